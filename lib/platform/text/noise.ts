import { fold } from './fold.ts';
import { stem } from './stem.ts';

/**
 * Words that two records can share without being about the same: units, sums, dates, kinds of government, people in
 * general, and words for any work at all. They find records as every word does; they are never shown as a reason.
 */
const BY_LANGUAGE: Record<string, string> = {
  en: `tonne ton kilogram kilogramme gram kilometre kilometer km metre meter litre liter hectare square cubic degree
    dollar euro peso rupiah baht ringgit dong kyat riel kip usd million billion thousand hundred dozen per cent percent
    percentage year month week day hour minute daily weekly monthly annual annually yearly decade century today
    january february march april june july august september october november december
    one two three four five six seven eight nine ten twenty thirty half third quarter fifth tenth
    city town capital municipal municipality province provincial regency district ward barangay village sub-district
    local government governmental administration authority agency office officer official department ministry minister
    mayor governor council country national region regional area place centre center central north south east west
    resident people person citizen community inhabitant population family group man woman member visitor staff worker
    program programme project plan planned planning scheme initiative pilot work working works activity effort service
    number share part total whole amount level rate range kind type way time case example model result aim goal target
    new old first second last next large small big great major main many few several little long short high low good
    best better real complete full own different important special public private general modern available scarce
    use using used user make made take taken give given get need want look see show seen live living lived stay run
    start started begin began begun build built open opened close closed set put keep kept help support bring reach
    rise rose grow grew grown growth increase fall fell reduce reduction improve improvement become include join joined
    serve served come came go gone say said tell told call called name named plan lack cover receive provide offer
    unit united technical facility material source line active friendly reflect capacity change priority strategy cut`,
  id: `ton kilogram gram kilometer kilo meter liter hektare hektar persegi kubik derajat dolar euro rupiah peso baht
    juta miliar ribu ratus puluh persen tahun bulan minggu pekan hari jam menit harian bulanan tahunan dasawarsa abad
    januari februari maret april mei juni juli agustus september oktober november desember
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh seperlima sepertiga seperempat separuh setengah
    kota perkotaan kabupaten provinsi kecamatan kelurahan desa distrik munisipalitas barangay kampung daerah wilayah
    kawasan pusat negara nasional regional pemerintah pemerintahan pemkot pemda dinas kantor kementerian menteri badan
    lembaga wali walikota bupati gubernur dewan utara selatan timur barat tengah
    warga penduduk orang masyarakat komunitas jiwa keluarga kelompok anggota petugas pekerja pengunjung pihak
    program proyek rencana perencanaan kegiatan inisiatif upaya kerja pekerjaan layanan uji coba skema
    jumlah bagian sebagian tingkat cara tempat waktu jenis contoh model hasil tujuan sasaran target lokasi
    baru lama besar kecil banyak sedikit beberapa pertama kedua ketiga utama tinggi rendah panjang pendek baik terbaik
    ulang kembali ingin perlu butuh belum masih hanya paling makin sama lain sendiri setempat bersama penuh umum
    pakai memakai menggunakan digunakan membuat dibuat memberi memberikan diberikan mendapat mendapatkan tinggal hidup
    mulai memulai dimulai membangun dibangun membuka dibuka menjadi termasuk tersedia menyediakan melayani dilayani
    naik turun tumbuh bertambah mengurangi berkurang meningkat meningkatkan menurun mencapai membantu bantuan
    ada adanya datang memiliki punya terletak berada menyebut disebut melakukan dilakukan menjalankan dijalankan
    mengalami melintasi berasal menghasilkan sisanya sekali tambahan menambah sering sepanjang sejumlah memadai bergabung
    berjalan menemukan dimanfaatkan bahan sumber fasilitas teknis jaringan aktif strategi terpadu water pribadi ramah
    rumah tangga muka kaki lalu daur`,
};

const words = (text: string): string[] => text.split(/\s+/).map((word) => stem(fold(word)));
const SETS = new Map(Object.entries(BY_LANGUAGE).map(([language, text]) => [language, new Set(words(text))]));
const ALL: ReadonlySet<string> = new Set([...SETS.values()].flatMap((set) => [...set]));

/**
 * Whether a word (a term as `terms` gives it) says nothing about a subject; numbers do not, nor do single letters.
 * @param language of the text; without it, a word that says nothing in any language that is known
 */
export function isNoise(term: string, language?: string): boolean {
  if (/^\p{N}/u.test(term) || /^\p{Script=Latin}{1,2}$/u.test(term)) return true;
  return language === undefined ? ALL.has(term) : (SETS.get(language)?.has(term) ?? false);
}

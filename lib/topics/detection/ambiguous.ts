import { fold } from '#lib/platform/text/fold.ts';

/** Short words that mean other things inside longer ones: whole words only. From data/THESAURUS.md. */
const AMBIGUOUS =
  'rob got ktr pug psn kur spam tps pmt anak asap lapor tamu parit pps pks oku pdk bas sk gad nha isf cmp dmw sông chợ giới bão vịnh ioc sdg เด็ก อ่าว 191 លូ តូប បឹង កង់ ຫ້ວຍ ອ່າວ ခြင် ဈေး ကလေး uma mota modo arte feto ஆறு கடன் largo reforma canais 110';

const words = new Set(AMBIGUOUS.split(' ').map(fold));

export function isAmbiguous(foldedTerm: string): boolean {
  return words.has(foldedTerm);
}

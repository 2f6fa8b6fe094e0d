import { fold } from './fold.ts';

/**
 * Words that say nothing about a subject. Left out on purpose: "can", "da", "ho", "air" and the like,
 * which are parts of names or words of weight in another language.
 */
const BY_LANGUAGE = {
  en: `a about after all also an and any are as at be been before being both but by could did does doing during each
    few for from further had has have having he her here hers him his how i if in into is it its just me more most my
    no nor not now of off on once only or other our out over own same she should so some such than that the their
    theirs them then there these they this those through to too under until up very was we were what when where
    which while who whom why will with within without would you your`,
  id: `dan yang di ke dari untuk dengan pada oleh dalam atau ini itu adalah agar akan bagi bagaimana cara sebagai
    serta tanpa juga karena kami kita mereka anda saya para tidak dapat bisa lebih secara sebuah telah
    sudah yaitu seperti antara hingga sampai terhadap`,
  ms: 'bagaimanakah boleh daripada kepada iaitu ialah supaya yg dgn utk dlm',
  fil: 'ang ng mga sa na ay at para ito iyon kung paano nang mula din rin lang po may kay ni si sila kami namin',
  vi: 'và của các những được với trong khi thì từ cho đến cách làm thế nào',
  pt: 'o os as de do dos das em no nos na nas um uma e ou que para por com como sem sobre ao aos pelo pela mais',
  tet: 'iha ba ho husi nia sira ne’e ida hosi atu ka la maibé oinsá',
  th: 'ที่ และ ของ ใน จาก เป็น ได้ การ ความ ให้ กับ โดย มี แล้ว จะ ไม่ ว่า หรือ เพื่อ อย่างไร นี้ ซึ่ง ด้วย',
  lo: 'ທີ່ ແລະ ຂອງ ໃນ ຈາກ ເປັນ ໄດ້ ການ ຄວາມ ໃຫ້ ກັບ ໂດຍ ມີ ແລ້ວ ຈະ ບໍ່ ວ່າ ຫຼື ເພື່ອ ແນວໃດ ນີ້ ຊຶ່ງ ດ້ວຍ',
  km: 'និង នៃ ក្នុង នៅ ពី ជា បាន ការ ដែល ដោយ មាន ឲ្យ ដើម្បី ឬ នេះ នោះ ទៅ មិន តាម',
  my: 'နှင့် ၏ တွင် မှ သည် ကို များ သော မှု ခြင်း အတွက် က ရန် ဖြင့် ဖြစ် မည် ၍ လည်း',
  zh: '的 和 与 在 是 了 及 或 对 为 以 如何 怎样 怎么 等 中',
  ta: 'மற்றும் ஒரு இந்த அந்த என்று எப்படி அல்லது உள்ள',
} as const;

/** Folded, these are also a market, an electric fan, a place: they count as words. */
const KEPT = new Set(['cho', 'may', 'la', 'ka', 'ba', 'thi']);

const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(BY_LANGUAGE)
    .flatMap((words) => words.split(/\s+/))
    .map(fold)
    .filter((word) => word !== '' && !KEPT.has(word)),
);

/** Whether a folded word (as `segment` gives it) is a function word of any of the languages. */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term);
}

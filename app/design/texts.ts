/** The longest words and names that the layout must bear. */
export const LONG = {
  km: 'ប្រព័ន្ធព្រមានជាមុនអំពីទឹកជំនន់និងការគ្រប់គ្រងសំណល់រឹងដោយមានការចូលរួមពីសហគមន៍ក្នុងក្រុងបាត់ដំបង',
  my: 'ရေကြီးရေလျှံမှုကြိုတင်သတိပေးစနစ်နှင့်အမှိုက်စွန့်ပစ်ပစ္စည်းစီမံခန့်ခွဲမှုလုပ်ငန်းစဉ်',
  ta: 'வெள்ள முன்னெச்சரிக்கை அமைப்பும் திடக்கழிவு மேலாண்மையும் சமூகப் பங்கேற்புடன் நடைமுறைப்படுத்தப்படுகின்றன',
  th: 'ระบบเตือนภัยน้ำท่วมล่วงหน้าและการจัดการขยะมูลฝอยโดยการมีส่วนร่วมของชุมชนในเขตเทศบาลนครพิษณุโลก',
  vi: 'Hệ thống cảnh báo sớm lũ lụt và quản lý chất thải rắn có sự tham gia của cộng đồng tại thành phố Hồ Chí Minh',
  id: 'Pertanggungjawaban penyelenggaraan pengelolaan persampahan berbasis masyarakat dan mempertimbangkan keberlanjutan ketenagakerjaan',
} as const;

export const BATTAMBANG = { text: 'ក្រុងបាត់ដំបង', language: 'km' } as const;
export const SOURCE = 'https://www.geonames.org';

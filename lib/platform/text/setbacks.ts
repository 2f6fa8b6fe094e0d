/**
 * Words of sentences that tell what went wrong, what was there before, or what is still missing, in the languages
 * that records are shown in. A practice is explained by what was done; too many hits only choose another sentence.
 */
const SETBACKS: Record<string, RegExp> = {
  en: /\b(?:fail(?:s|ed|ing|ures?)?|weaken(?:s|ed)?|slipp?ed back|not (?:yet|enough|fully)|cannot|could not|do(?:es)? not|did not|(?:had|was|were|is|are|with) no|still|stalled|delay(?:s|ed)?|slow(?:ly)?|worse(?:n|ned|ning)?|suffer(?:s|ed)?|declin(?:e|ed|ing)|killed|lost|destroyed|struggl\w+|abandon\w*|lack(?:s|ed|ing)?|critici\w+|warn(?:s|ed)?|complain(?:s|ed)?|confusing|shortcomings?|setbacks?|depended on|relie[sd] on|filled with|overtopped|limited progress|far below|only (?:\d|a (?:few|third|quarter|fifth|tenth|part)))\b/i,
  id: /\b(?:gagal|kegagalan|melemah|belum|tidak|kurang(?:nya)?|kekurangan|masih|lambat|tertunda|memburuk|menderita|merosot|menewaskan|kehilangan|merusak|hancur|semrawut|kesulitan|terbengkalai|mengkritik|kritik|memperingatkan|mengeluh\w*|keluhan|kemunduran|bergantung pada|mengandalkan|dipenuhi|jauh di bawah|hanya (?:\d|sebagian|seperlima|sepertiga|seperempat|melayani))\b/i,
};

/** Words of sentences that praise, or say who else likes it: a prize, a place in a list, a visit, a saying. */
const PRAISE: Record<string, RegExp> = {
  en: /\b(?:awards?|awarded|prizes?|winner|wins?|won|honou?r(?:s|ed)?|prais(?:e|ed|es)|credited|shortlist\w*|short-listed|finalists?|named (?:among|one of|the|a)|listed (?:among|as|by)|cited|recogni[sz](?:ed|es|ing)|recognition|rated|ranked|best practices?|good practices?|best in|showcase[ds]?|presented (?:as|at)|recommend(?:s|ed)?|visit(?:ed|s) (?:by|from|to learn)|delegations?|(?:has|have) (?:become|inspired)|seen as|case shows|approach shows|shows that|example (?:for|of|to)|most liked|world heritage status)\b/i,
  id: /\b(?:penghargaan|hadiah|pemenang|memenangkan|menang|meraih|dianugerahi|dipuji|pujian|diakui|pengakuan|daftar pendek|finalis|dinobatkan|dinilai|dipandang|dikutip|peringkat|praktik (?:baik|terbaik)|terbaik|dicontohkan|dipaparkan|disajikan sebagai|merekomendasikan|direkomendasikan|delegasi|menunjukkan bahwa|menjadi (?:contoh|teladan|model|rujukan)|contoh bagi|nominasi|Award)\b/i,
};

/** Words that point to what a sentence before it said: such a sentence is hard to read alone. */
const POINTS_BACK: Record<string, RegExp> = {
  en: /^(?:it|its|they|their|them|this|these|those|he|she|both|another|others?|such|then|later|since then|after that|afterwards|instead|however|alongside|also)\b/i,
  id: /^(?:hal|ini|itu|mereka|keduanya|kemudian|setelah itu|sejak itu|selain itu|namun|akan tetapi|tetapi|selanjutnya|sebaliknya|model ini|cara ini|program ini|proyek ini|kasus ini|pendekatan ini|sistem ini)\b/i,
};

const has = (patterns: Record<string, RegExp>) => (sentence: string, language: string) =>
  patterns[language]?.test(sentence) ?? false;

/** Whether the sentence tells of a failure, a lack or a doubt rather than of what was done. */
export const tellsOfSetback = has(SETBACKS);
/** Whether the sentence praises rather than tells what was done. */
export const praises = has(PRAISE);
/** Whether the sentence leans on one before it. */
export const pointsBack = has(POINTS_BACK);

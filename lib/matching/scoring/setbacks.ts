/**
 * Words of sentences that tell what went wrong, what was there before, or what is still missing, in the languages
 * that records are shown in. A practice is explained by what was done; too many hits only choose another sentence.
 */
const SETBACKS: Record<string, RegExp> = {
  en: /\b(?:fail(?:s|ed|ing|ures?)?|weaken(?:s|ed)?|slipp?ed back|not (?:yet|enough|fully)|cannot|could not|do(?:es)? not|did not|(?:had|was|were|is|are|with) no|still|stalled|delay(?:s|ed)?|slow(?:ly)?|worse(?:n|ned|ning)?|suffer(?:s|ed)?|declin(?:e|ed|ing)|killed|struggl\w+|abandon\w*|lack(?:s|ed|ing)?|critici\w+|warn(?:s|ed)?|complain\w*|shortcomings?|setbacks?|depended on|filled with|overtopped|limited progress)\b/i,
  id: /\b(?:gagal|kegagalan|melemah|belum|tidak|kurang(?:nya)?|kekurangan|masih|lambat|tertunda|memburuk|menderita|merosot|menewaskan|kesulitan|terbengkalai|mengkritik|kritik|memperingatkan|mengeluh\w*|keluhan|kemunduran|bergantung pada|dipenuhi)\b/i,
};

/** Whether the sentence tells of a failure, a lack or a doubt rather than of what was done. */
export function tellsOfSetback(sentence: string, language: string): boolean {
  return SETBACKS[language]?.test(sentence) ?? false;
}

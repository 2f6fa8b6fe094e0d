import type { Passage } from '#lib/matching/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import {
  countWanted,
  type Sentence,
  sentencesOf,
  toSentence,
  toWanted,
  type Wanted,
} from '#lib/platform/text/sentences.ts';
import { pointsBack, praises, tellsOfSetback } from '#lib/platform/text/setbacks.ts';
import { terms } from '#lib/platform/text/terms.ts';
import { shorten, toPassage } from './passage.ts';

type Original = { text: string; language: string };
export type DeedField = 'actions' | 'results' | 'summary';
/** A practice as the reader sees it, and as it was written: what is said there of problem and actions has no translation. */
export type Deeds = {
  /** In the order that decides between equals. */
  fields: readonly { name: DeedField; shown: LocalText; original: Original }[];
  title: Original;
  problem: string | null;
};

/** `own`: the sentence as it was written, where the translation has as many sentences. */
type Candidate = { field: DeedField; shown: Sentence; language: string; own: Sentence; ownLanguage: string };

/** Points of a sentence: one for each shared word, and these. What was done is to win over one shared word or two. */
const POINTS = { actions: 0.3, results: -0.5, summary: 0, like: 0.3, mostLike: 1.2 } as const;
const LOSSES = { setback: 4, praise: 3, problem: 2, back: 1, short: 1 } as const;
/** A shorter sentence of prose is an addition to one before it. */
const SHORTEST = 50;

/**
 * Of what a practice did, the sentence or clause that says most to the need: it shares words with it, and tells
 * neither the problem nor who praised it, as long as another one does not. The first of equals.
 * @param words of the practice that the need has too, or that name a topic of both
 */
export function bestDeed(deeds: Deeds, words: readonly string[]): Passage {
  const summary = deeds.fields.find((field) => field.name === 'summary') ?? deeds.fields[0];
  if (summary === undefined) return { pieces: [], language: 'en', isUncheckedTranslation: false };
  const { language, isUncheckedTranslation } = summary.shown;
  const wanted = toWanted(words);
  const rate = rater(deeds, wanted);
  let best: { sentence: Sentence; points: number } | undefined;
  for (const candidate of candidates(deeds, language)) {
    const points = rate(candidate);
    if (best === undefined || points > best.points) best = { sentence: candidate.shown, points };
  }
  return {
    pieces: best === undefined ? [] : toPassage(shorten(best.sentence, wanted), wanted),
    language,
    isUncheckedTranslation,
  };
}

function candidates({ fields }: Deeds, language: string): Candidate[] {
  return fields.flatMap(({ name, shown, original }) => {
    if (shown.language !== language) return [];
    const parts = partsOf(name, shown.text, language);
    const own = language === original.language ? parts : partsOf(name, original.text, original.language);
    const isAligned = own.length === parts.length;
    return parts.map((part, place) => ({
      field: name,
      shown: part,
      language,
      own: (isAligned ? own[place] : undefined) ?? part,
      ownLanguage: isAligned ? original.language : language,
    }));
  });
}

/** Sentences; of results, which are often a list, the clauses between semicolons. */
function partsOf(field: DeedField, text: string, language: string): Sentence[] {
  const sentences = sentencesOf(text, language);
  if (field !== 'results') return sentences;
  return sentences.flatMap((sentence) => {
    const clauses = sentence.text.split(/;\s+/u);
    return clauses.length === 1 ? [sentence] : clauses.map((clause) => toSentence(asSentence(clause)));
  });
}

const asSentence = (clause: string): string => {
  const [first = ''] = clause;
  const whole = first.toUpperCase() + clause.slice(first.length);
  return /[.!?…]$/u.test(whole) ? whole : `${whole}.`;
};

function rater({ fields, title, problem }: Deeds, wanted: Wanted): (candidate: Candidate) => number {
  const actions = fields.find((field) => field.name === 'actions')?.original.text ?? '';
  const done = new Set(terms(`${title.text}\n${actions}`));
  const before = new Set(terms(problem ?? '').filter((word) => !done.has(word)));
  const count = (sentence: Sentence, among: ReadonlySet<string>) =>
    new Set(sentence.words.flatMap(({ stem }) => (among.has(stem) ? [stem] : []))).size;
  return ({ field, shown, language, own, ownLanguage }) => {
    const like = count(own, done);
    const tells = (what: (sentence: string, language: string) => boolean) =>
      what(own.text, ownLanguage) || what(shown.text, language);
    return (
      countWanted(shown, wanted) +
      POINTS[field] +
      Math.min(POINTS.mostLike, POINTS.like * like) -
      (tells(tellsOfSetback) ? LOSSES.setback : 0) -
      (tells(praises) ? LOSSES.praise : 0) -
      (count(own, before) > like ? LOSSES.problem : 0) -
      (tells(pointsBack) ? LOSSES.back : 0) -
      (field !== 'actions' && shown.text.length < SHORTEST ? LOSSES.short : 0)
    );
  };
}

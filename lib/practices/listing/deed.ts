import { sentencesOf } from '#lib/platform/text/sentences.ts';
import { pointsBack, praises, tellsOfSetback } from '#lib/platform/text/setbacks.ts';
import { terms } from '#lib/platform/text/terms.ts';

type Text = { text: string; language: string };
/** As they were written; `shown` is the summary as the reader sees it. */
type Told = { title: string; problem: string | null; actions: string | null; summary: Text; shown: Text };

const LOSSES = { setback: 4, praise: 3, back: 3 } as const;
/** Less says too little of what was done to be worth leaving out how it began. */
const ENOUGH = 2;
/** Lists show the same few records again and again. */
const memory = new Map<string, number>();
const MEMORY_LIMIT = 3000;

/**
 * Where in the summary what was done begins: many start with the problem, which is no answer in a list of answers.
 * Sentences are judged as they were written; a translation with another number of them is shown from its start.
 */
export function startOfDeed(told: Told): number {
  const key = `${told.shown.language} ${told.shown.text}\n${told.actions}\n${told.problem}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const start = findStart(told);
  if (memory.size >= MEMORY_LIMIT) memory.delete(memory.keys().next().value ?? '');
  memory.set(key, start);
  return start;
}

function findStart({ title, problem, actions, summary, shown }: Told): number {
  const written = sentencesOf(summary.text, summary.language);
  const read = sentencesOf(shown.text, shown.language);
  if (actions === null || written.length !== read.length) return 0;
  const done = new Set(terms(`${title}\n${actions}`));
  const before = new Set(terms(problem ?? '').filter((word) => !done.has(word)));
  const rated = written.map(({ text, words }) => {
    const own = new Set(words.map(({ stem }) => stem));
    const among = (set: ReadonlySet<string>) => [...own].filter((word) => set.has(word)).length;
    const tells = (what: (sentence: string, language: string) => boolean) => what(text, summary.language);
    const deed = among(done);
    const trouble = among(before) + (tells(tellsOfSetback) ? LOSSES.setback : 0);
    const lean = (tells(praises) ? LOSSES.praise : 0) + (tells(pointsBack) ? LOSSES.back : 0);
    return { deed, isProblem: trouble > 0 && trouble >= deed, points: deed - trouble - lean };
  });
  if (rated[0]?.isProblem !== true) return 0;
  const points = rated.map((sentence) => sentence.points);
  const best = points.indexOf(Math.max(...points));
  const sentence = (rated[best]?.deed ?? 0) < ENOUGH ? undefined : read[best];
  return sentence === undefined ? 0 : Math.max(0, shown.text.indexOf(sentence.text));
}

import { type Cover, type Direction, type Match, type Reason, UNKNOWNS } from '#lib/matching/contract.ts';
import { closenessOf } from '#lib/matching/rules.ts';
import { bestDeed, type Deeds } from '#lib/matching/scoring/deed.ts';
import { bestPassage, sharedWords } from '#lib/matching/scoring/passage.ts';
import type { MatchReason } from '#lib/matching/scoring/reason.ts';
import type { Need } from '#lib/needs/contract.ts';
import { type InterfaceLanguage, type LocalText, localText } from '#lib/platform/language.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';
import type { PracticeRow } from '#lib/practices/queries.ts';

export type Labels = ReadonlyMap<string, LocalText>;
/** Needs by key, practices by database id. */
export type Sides = { needs: ReadonlyMap<string, Need>; practices: ReadonlyMap<string, PracticeRow> };
type StoredCover = MatchReason & { needKey: string; practiceId: string; relevance: number };

const topicRefs = (codes: readonly string[], labels: Labels) =>
  codes.flatMap((code) => {
    const label = labels.get(code);
    return label === undefined ? [] : [{ code, label }];
  });

const MOST_WORDS = 5;

type Ranked = { score: number; reason: MatchReason };

/** Why a practice answers a need, said of the practice. */
export function reasonOfPractice(
  row: Ranked,
  card: PracticeCard,
  practice: PracticeRow,
  reader: InterfaceLanguage,
  labels: Labels,
): Reason {
  const words = row.reason.words[reader]?.practice ?? [];
  const passage = bestDeed(deedsOf(practice, reader), words);
  return { ...toReason(row, 'practice', [card.title, card.summary], reader, labels), passage };
}

/** The same, said of the need. */
export function reasonOfNeed(row: Ranked, need: Need, reader: InterfaceLanguage, labels: Labels): Reason {
  const words = row.reason.words[reader]?.need ?? [];
  const passage = bestPassage(need.description, words, need.title.text);
  return { ...toReason(row, 'need', [need.title, need.description], reader, labels), passage };
}

/** `texts`: what the reader sees of the record; `side`: which record of the pair that is. */
function toReason(
  row: Ranked,
  side: 'need' | 'practice',
  texts: readonly LocalText[],
  reader: InterfaceLanguage,
  labels: Labels,
): Omit<Reason, 'passage'> {
  const wanted = inCommon(row.reason.words[reader], side);
  const words = texts.flatMap((text) => sharedWords(text, wanted));
  return {
    closeness: closenessOf(row.score),
    topics: topicRefs(row.reason.topics, labels),
    words: [...new Set(words)].slice(0, MOST_WORDS),
  };
}

/** Of the words marked on one side, those that the other side has, too. */
function inCommon(words: MatchReason['words'][string] | undefined, side: 'need' | 'practice'): string[] {
  const others = new Set(words?.[side === 'need' ? 'practice' : 'need']);
  return (words?.[side] ?? []).filter((word) => others.has(word));
}

/** Undefined when the reader may not see one of the two records. */
export function toCover(
  stored: StoredCover,
  sides: Sides,
  reader: InterfaceLanguage,
  labels: Labels,
): Cover | undefined {
  const need = sides.needs.get(stored.needKey);
  const practice = sides.practices.get(stored.practiceId);
  if (need === undefined || practice === undefined) return undefined;
  const words = stored.words[reader] ?? { need: [], practice: [] };
  return {
    closeness: closenessOf(stored.relevance),
    topics: topicRefs(stored.topics, labels),
    need: {
      id: need.id,
      title: need.title,
      passage: bestPassage(need.description, words.need, need.title.text),
    },
    practice: {
      id: practice.key,
      title: practiceText(practice, 'title', reader) ?? {
        text: '',
        language: 'en',
        isUncheckedTranslation: false,
      },
      passage: bestDeed(deedsOf(practice, reader), words.practice),
      evidence: practice.evidence,
      startYear: practice.startYear,
      stage: practice.stage,
    },
  };
}

function deedsOf(row: PracticeRow, reader: InterfaceLanguage): Deeds {
  const { language } = row;
  return {
    title: { text: row.title, language },
    problem: row.problem,
    fields: (['actions', 'results', 'summary'] as const).flatMap((name) => {
      const shown = practiceText(row, name, reader);
      return shown === undefined ? [] : [{ name, shown, original: { text: row[name] ?? '', language } }];
    }),
  };
}

function practiceText(
  row: PracticeRow,
  field: 'title' | 'summary' | 'actions' | 'results',
  reader: InterfaceLanguage,
): LocalText | undefined {
  const text = row[field];
  if (text === null || text === '') return undefined;
  return localText({ text, language: row.language }, field, row.translations, reader);
}

/** `learner` and `teacher` hold what the two cities have on record, to say why a direction is empty. */
export function toDirection(
  stored: { covers: StoredCover[]; coveredNeeds: number } | undefined,
  learner: { needs: number },
  teacher: { practices: number },
  toOne: (cover: StoredCover) => Cover | undefined,
): Direction {
  const covers = (stored?.covers ?? []).flatMap((cover) => toOne(cover) ?? []);
  const why =
    learner.needs === 0 ? 'no-need' : teacher.practices === 0 ? 'no-practice' : ('nothing-close' as const);
  return {
    covers,
    coveredNeeds: covers.length === 0 ? 0 : (stored?.coveredNeeds ?? covers.length),
    needs: learner.needs,
    empty: covers.length === 0 ? why : null,
  };
}

/** What nobody has told us of the pair. */
export function unknownsOf({
  context,
  learn,
  share,
  hosting,
}: Pick<Match, 'context' | 'learn' | 'share' | 'hosting'>): Match['unknown'] {
  const isUnknown: Record<(typeof UNKNOWNS)[number], boolean> = {
    hosting: hosting.state === 'unknown',
    size: context.size.relation === 'unknown',
    coast: context.coast.relation === 'unknown',
    'start-year': [...learn.covers, ...share.covers].some((cover) => cover.practice.startYear === null),
  };
  return UNKNOWNS.filter((name) => isUnknown[name]);
}

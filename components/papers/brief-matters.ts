import { dayInWords } from '#components/cities/day.ts';
import type { BriefContent, ExchangeSize, ExchangeState, Side } from '#lib/exchanges/contract.ts';
import { type Making, quoted, sentence } from './making.ts';
import type { SheetItem, SheetRow } from './sheet.ts';

const MOST_TIES = 4;
const LINES_OF_A_TIE = 2;
const MATTERS = [
  'scope',
  'questions',
  'people',
  'interpreter',
  'costs',
] as const satisfies readonly (keyof BriefContent)[];

export function tiesRow(making: Making): SheetRow {
  const { brief, words, numberOf } = making;
  const items = brief.ties.slice(0, MOST_TIES).map((tie) =>
    quoted(making, tie.subject, LINES_OF_A_TIE, {
      mark: 'dash',
      label: words('papers.tie', {
        kind: words(`ties.kind.${tie.kind}`),
        year: tie.year === null ? 'none' : String(tie.year),
        state: tie.state,
      }),
      source: numberOf(tie.sourceUrl === null ? null : { url: tie.sourceUrl, title: null }),
    }),
  );
  return {
    heading: words('papers.ties'),
    items: items.length > 0 ? items : [sentence(making, words('papers.noTie'))],
  };
}

const cityOf = ({ brief: { exchange } }: Making, side: Side): string =>
  side === exchange.side ? exchange.own.name : exchange.other.name;

/** What is agreed and what is not settled yet, of the brief that both cities write. */
export function agreedRow(making: Making): SheetRow {
  const { brief, words } = making;
  const heading = words('papers.matters');
  const { exchange } = brief;
  if (exchange.size === 'question')
    return { heading, items: [sentence(making, words('papers.mattersQuestion')), ...dates(making)] };
  const written = exchange.brief;
  const isAgreed = written !== null && written.agreedBy.length === 2;
  const standing = words('papers.standing', {
    standing: written === null ? 'none' : isAgreed ? 'agreed' : 'open',
    version: written?.version ?? 0,
    city: written === null ? '' : cityOf(making, written.side),
  });
  const matters = MATTERS.flatMap((matter) => matterItem(making, matter, written?.content[matter] ?? ''));
  return {
    heading,
    items: [sentence(making, standing), ...matters, ...dates(making), ...clearances(making)],
  };
}

function matterItem(making: Making, matter: (typeof MATTERS)[number], text: string): SheetItem[] {
  const { words, room, brief, language } = making;
  const label = words(`papers.matter.${matter}`);
  if (text === '') {
    // Without any brief one sentence says that all of it is open.
    if (brief.exchange.brief === null) return [];
    making.count.lines += 1;
    return [{ mark: 'dash', label, text: { text: words('papers.toSettle'), language }, note: null }];
  }
  // In which language an office wrote its part of the brief is not on record.
  return [quoted(making, { text, language: 'und' }, room.matter, { mark: 'dash', label })];
}

function dates(making: Making): SheetItem[] {
  const { brief, words, format, language } = making;
  const { dates: proposed, size } = brief.exchange;
  if (proposed.length === 0 && size === 'question') return [];
  making.count.lines += proposed.length > 2 ? 2 : 1;
  const spans = proposed.map(({ from, to }) =>
    words('papers.span', {
      isDay: from === to ? 'yes' : 'no',
      from: dayInWords(from, language),
      to: dayInWords(to, language),
    }),
  );
  const text = spans.length === 0 ? words('papers.toSettle') : format.list(spans, { type: 'disjunction' });
  return [{ mark: 'dash', label: words('papers.matter.dates'), text: { text, language }, note: null }];
}

/** What a city has to clear at home before it can begin. */
function clearances(making: Making): SheetItem[] {
  const { brief, words, room, language } = making;
  const open = brief.clearances.filter(({ doneAt }) => doneAt === null);
  return open.slice(0, room.clearances).map(({ side, what, dueOn }) =>
    quoted(making, { text: what, language: 'und' }, 2, {
      mark: 'dash',
      label: words('papers.clearance', { city: cityOf(making, side), date: dayInWords(dueOn, language) }),
    }),
  );
}

export function nextRow(making: Making): SheetRow {
  const { brief, words, language } = making;
  const { exchange } = brief;
  const { state, size, awaits, dueAt, nextCheck } = exchange;
  const due = state === 'requested' ? dueAt : (nextCheck?.dueAt ?? null);
  const text = words(`papers.nextText.${stepKey(state, size)}`, {
    asking: cityOf(making, 'asking'),
    asked: cityOf(making, 'asked'),
    awaited: awaits === null ? '' : cityOf(making, awaits),
    version: exchange.brief?.version ?? 0,
    date: due === null ? '' : dayInWords(due.slice(0, 10), language),
  });
  return { heading: words('papers.next'), items: [sentence(making, text)] };
}

function stepKey(state: ExchangeState, size: ExchangeSize): string {
  if (state === 'declined' || state === 'expired' || state === 'withdrawn') return 'ended';
  if (state !== 'accepted' && state !== 'under-way') return state;
  return `${state}-${size === 'question' ? 'question' : 'other'}`;
}

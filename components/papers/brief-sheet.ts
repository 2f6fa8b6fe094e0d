import { dayInWords } from '#components/cities/day.ts';
import { localTime } from '#components/cities/local-time.ts';
import { languagesInWords } from '#components/facts/fact-words.tsx';
import type { MayorsBrief } from '#lib/papers/contract.ts';
import { agreedRow, nextRow, tiesRow } from './brief-matters.ts';
import { factRows } from './fact-rows.ts';
import { type Made, type Making, quoted, ROOM, type Room, sentence } from './making.ts';
import type { Said, Sheet, SheetItem, SheetRow } from './sheet.ts';
import { sourceList } from './source-list.ts';

/** Lines of text that two pages of paper hold beside titles, table and sources. */
const MOST_LINES = 78;

/** The brief in words, several times, each shorter than the one before. The first is what two pages should hold. */
export function briefSheets(brief: MayorsBrief, made: Made): Sheet[] {
  const all = ROOM.map((room) => sheetOf(brief, room, made));
  const first = all.findIndex(({ lines }) => lines <= MOST_LINES);
  return all.slice(first === -1 ? -1 : first).map(({ sheet }) => sheet);
}

function sheetOf(brief: MayorsBrief, room: Room, made: Made): { sheet: Sheet; lines: number } {
  const { words, language, address } = made;
  const { own, other } = brief;
  const sources = sourceList(words, language);
  const count = { lines: 0, isShortened: false };
  const making: Making = { ...made, brief, room, numberOf: sources.numberOf, count };
  const names = { own: own.name, other: other.name };
  const before = [whoRow(making), whyRow(making), needRow(making), theirRow(making)];
  const facts = factRows(making);
  const after = [alikeRow(making), tiesRow(making), agreedRow(making), nextRow(making)];
  const date = dayInWords(brief.madeAt.slice(0, 10), language);
  const pages = ['1/1', '1/2', '2/2'].map((key) => {
    const [page = '', all = ''] = key.split('/');
    return [key, words('papers.page', { page, pages: all })] as const;
  });
  const sheet: Sheet = {
    ...{ language, title: words('papers.title', names), name: words('common.name') },
    office: words('papers.office', { city: own.name }),
    date: words('papers.date', { date, isTrial: brief.isTrial ? 'yes' : 'no' }),
    city: other.name,
    own: other.localName,
    lead: askedInWords(making),
    before,
    facts: { heading: words('papers.facts'), own: own.name, other: other.name, rows: facts },
    after,
    sources: { heading: words('papers.sources'), items: sources.items() },
    shortened: count.isShortened ? words('papers.shortened', { address }) : null,
    replaced: words('papers.replaced', { address }),
    foot: {
      compiled: words('papers.compiled'),
      binding: words('papers.binding'),
      address: words('papers.addressed', { address, date }),
      pages: Object.fromEntries(pages),
    },
  };
  return { sheet, lines: count.lines };
}

function askedInWords({ brief, words, language }: Making): string {
  const { exchange, own, other } = brief;
  const [asking, asked] = exchange.side === 'asking' ? [own, other] : [other, own];
  const date = dayInWords(exchange.askedAt.slice(0, 10), language);
  return words('papers.asked', { asking: asking.name, asked: asked.name, size: exchange.size, date });
}

function whoRow(making: Making): SheetRow {
  const { brief, words, format, language } = making;
  const { other } = brief;
  const offset = localTime(other.timeZone, language, new Date(brief.madeAt)).offset;
  return {
    heading: words('papers.who'),
    items: [
      sentence(
        making,
        words('papers.whoText', {
          kind: words(`vocabulary.kind.${other.kind}`),
          country: words(`common.country.${other.country}`),
          residents: other.population === null ? 'none' : 'known',
          number: format.number(other.population?.value ?? 0),
          languages: languagesInWords(other.languages, words, format),
          offset,
          needs: other.needCount,
          practices: other.practiceCount,
        }),
      ),
    ],
  };
}

type Covers = MayorsBrief['learn'];

/** What one city looks for and what the other has done about it. */
function coverItems(
  making: Making,
  covers: Covers,
  names: { learner: string; teacher: string },
): SheetItem[] {
  const { words, room, numberOf } = making;
  const said = ({ pieces, language }: Covers[number]['need']['passage']): Said => ({
    text: pieces.map(({ text }) => text).join(''),
    language,
  });
  return covers.slice(0, room.covers).flatMap((cover) => [
    quoted(making, said(cover.need.passage), room.passage, {
      mark: 'need',
      label: words('papers.needOf', { city: names.learner, origin: cover.needOrigin }),
      source: numberOf(cover.needSource),
      isUnchecked: cover.need.passage.isUncheckedTranslation,
    }),
    quoted(making, said(cover.practice.passage), room.passage, {
      mark: 'practice',
      label: words('papers.practiceOf', { city: names.teacher }),
      source: numberOf(cover.practiceSource),
      isUnchecked: cover.practice.passage.isUncheckedTranslation,
    }),
  ]);
}

function whyRow(making: Making): SheetRow {
  const { brief, words } = making;
  const names = { own: brief.own.name, other: brief.other.name };
  const items = coverItems(making, brief.learn, { learner: names.own, teacher: names.other });
  return {
    heading: words('papers.why'),
    items: items.length > 0 ? items : [sentence(making, words('papers.whyNone', names))],
  };
}

/** What the side that asked wants to know. */
function asks(making: Making): SheetItem[] {
  const { brief, words, format, room } = making;
  const { exchange } = brief;
  const isOurs = exchange.side === 'asking' ? 'yes' : 'no';
  const languages = exchange.languages;
  return [
    sentence(making, words('papers.wants', { isOurs, size: exchange.size }), 'dash'),
    quoted(making, exchange.question, room.question, {
      mark: 'dash',
      label: words('papers.inWords', { isOurs }),
    }),
    ...(languages.length === 0
      ? []
      : [
          sentence(
            making,
            words('papers.languages', { languages: languagesInWords(languages, words, format) }),
            'dash',
          ),
        ]),
  ];
}

/** What the side that asked gives in return. */
function offers(making: Making): SheetItem[] {
  const { brief, words, room } = making;
  const { exchange } = brief;
  const isOurs = exchange.side === 'asking' ? 'yes' : 'no';
  if (exchange.offer === null) return [sentence(making, words('papers.offerNone', { isOurs }), 'dash')];
  const label = words('papers.offered', { isOurs });
  return [quoted(making, exchange.offer, room.offer, { mark: 'dash', label })];
}

function needRow(making: Making): SheetRow {
  const isAsking = making.brief.exchange.side === 'asking';
  return { heading: making.words('papers.weNeed'), items: isAsking ? asks(making) : offers(making) };
}

function theirRow(making: Making): SheetRow {
  const { brief, words } = making;
  const isAsking = brief.exchange.side === 'asking';
  const names = { learner: brief.other.name, teacher: brief.own.name };
  return {
    heading: words('papers.theyNeed'),
    items: [...(isAsking ? offers(making) : asks(making)), ...coverItems(making, brief.share, names)],
  };
}

function alikeRow(making: Making): SheetRow {
  const { brief, words, format } = making;
  const { size, coast, time, languages } = brief.context;
  const text = words('papers.alikeText', {
    size: size.relation,
    coast: coast.relation === 'same' ? coast.own : coast.relation,
    time: time.relation,
    languages: languages.relation,
    shared: languagesInWords(languages.shared, words, format),
  });
  return { heading: words('papers.alike'), items: [sentence(making, text)] };
}

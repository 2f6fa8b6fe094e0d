import { describe, expect, it } from 'vitest';
import { fromCell, toCell, writeCsv } from '#lib/platform/csv.ts';
import type { GivenRow } from '#lib/transfer/contract.ts';
import { readFile } from '#lib/transfer/sheets/read-file.ts';

const HEAD = 'language,title,summary';
const read = (bytes: string | Uint8Array) =>
  readFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'bandung');
const problem = (bytes: string | Uint8Array): string => {
  const found = read(bytes);
  return 'problem' in found ? found.problem : 'none';
};
const rows = (bytes: string | Uint8Array): GivenRow[] => {
  const found = read(bytes);
  if ('problem' in found) throw new Error(found.problem);
  return found.rows;
};
const profile = (more: string) => `{"format":"saling-profile","version":1,${more}}`;
const repeat = (text: string, count: number) => Array.from({ length: count }, () => text).join('\n');

describe('a file is refused that is', () => {
  it.each([
    ['larger than 5 MB', Buffer.alloc(5_000_001, 'a'), 'too-large'],
    ['empty', '', 'empty'],
    ['nothing but blank lines', '\n \n', 'empty'],
    ['a workbook called .csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'workbook'],
    ['a workbook of before 2007', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'workbook'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-text'],
    ['a table with NUL in it', `${HEAD}\nen,A\u0000B,C`, 'not-text'],
    ['one line without end', `${HEAD}\nen,${'a'.repeat(4_000_000)},b`, 'not-a-table'],
    ['a head without end', `${'a'.repeat(4_000_000)}`, 'not-a-table'],
    ['a table with a quotation mark left open', `${HEAD}\nen,"A,B`, 'not-a-table'],
    ['of 5,000 columns', Array.from({ length: 5000 }, (_, at) => `c${at}`).join(','), 'too-many-columns'],
    ['of 10,000 rows', `${HEAD}\n${repeat('en,A,B', 10_000)}`, 'too-many-rows'],
    ['of 2,001 rows', `${HEAD}\n${repeat('en,A,B', 2001)}`, 'too-many-rows'],
    ['a table of something else', 'name,price\nBread,3', 'no-head'],
    ['a table of what others keep', 'fact,value\nlatitude,3', 'no-rows'],
    ['a head alone', HEAD, 'no-rows'],
    ['JSON that is cut off', profile('"practices":[{"id":"x"').slice(0, -1), 'not-json'],
    ['a bomb of brackets', '['.repeat(4_900_000), 'too-deep'],
    ['a bomb of objects', `${'{"a":'.repeat(900_000)}1`, 'too-deep'],
    ['JSON with a name twice', profile('"practices":[],"practices":[]'), 'repeated-name'],
    ['JSON with a name twice in other letters', profile('"needs":[],"n\\u0065eds":[]'), 'repeated-name'],
    ['JSON of something else', '{"a":1}', 'not-a-profile'],
    ['a list', '[1,2]', 'not-a-profile'],
    ['a profile of another version', '{"format":"saling-profile","version":2,"needs":[{}]}', 'newer-version'],
    [
      'a profile of another city',
      profile('"city":{"slug":"surabaya"},"needs":[{"fields":{}}]'),
      'other-city',
    ],
    ['a profile of nothing', profile('"practices":[]'), 'no-rows'],
  ])('%s', (_name, bytes, code) => {
    const started = performance.now();
    expect(problem(bytes)).toBe(code);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a table is read', () => {
  const text = `id;Language;TITLE;summary;start-year;topics;spokenLanguages\r\nbandung-a;id;"Satu; dua";"Baris\r\ndua";2021;a | b;id|en\r\n`;
  const wanted = {
    kind: 'practice',
    line: 2,
    id: 'bandung-a',
    language: 'id',
    fields: {
      title: 'Satu; dua',
      summary: 'Baris\r\ndua',
      startYear: '2021',
      topics: ['a', 'b'],
      spokenLanguages: ['id', 'en'],
    },
  };

  it('with semicolons and other letters in its head, as Excel writes it', () => {
    expect(rows(text)).toEqual([wanted]);
    expect(rows(`\uFEFF${text}`)).toEqual([wanted]);
    expect(rows(text.replaceAll('|', '#').replaceAll(';', '\t').replaceAll('#', '|'))[0]?.fields.title).toBe(
      'Satu\t dua',
    );
  });

  it('in UTF-16 and in Windows-1252, which is said', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(rows(wide)).toEqual([wanted]);
    expect(rows(Buffer.from(wide).swap16())).toEqual([wanted]);
    const old = Buffer.from(`${HEAD}\nen,Caf\u00e9,B`, 'latin1');
    expect(rows(old)[0]?.fields.title).toBe('Café');
    expect(read(old)).toMatchObject({ notes: { encoding: 'windows-1252' } });
  });

  it('with the number that the row has in a spreadsheet, blank rows and rows of two lines counted', () => {
    expect(rows(`${HEAD}\n\nen,"A\nB",C\n,,\nen,D,E\n`).map(({ line }) => line)).toEqual([3, 5]);
  });

  it('by what each row says it is, else by its columns, else by its ids', () => {
    expect(
      rows('kind,language,title\nneed,en,A\npractice,en,B\nother,en,C').map(
        ({ kind, problem: why }) => why ?? kind,
      ),
    ).toEqual(['need', 'practice', 'unknown-kind']);
    expect(rows('title,description\nA,B')[0]?.kind).toBe('need');
    expect(rows('id,title\nn-bandung-a,A\nbandung-b,B').map(({ kind }) => kind)).toEqual([
      'need',
      'practice',
    ]);
  });

  it('without columns that nobody knows, which are named; those of the prototype are no exception', () => {
    const found = read('title,summary,Colour,__proto__,constructor\nA,B,red,x,y');
    expect(found).toMatchObject({ notes: { unknownColumns: ['Colour', '__proto__', 'constructor'] } });
    expect(rows('title,summary,__proto__\nA,B,x')[0]?.fields).toEqual({ title: 'A', summary: 'B' });
  });

  it('with what it says of how records stand, which is named and not taken over', () => {
    expect(read('kind,title,state,origin,audience\npractice,A,published,city,members')).toMatchObject({
      notes: { unknownColumns: [], toldColumns: ['state', 'origin', 'audience'] },
    });
    expect(read('kind,title,state,audience\nneed,A,published,members')).toMatchObject({
      notes: { toldColumns: ['state'] },
      rows: [{ fields: { audience: 'members' } }],
    });
  });

  it('of facts, each by its name; what others keep is named', () => {
    const found = read(
      '\uFEFFFact;Value;Year;Source title\r\narea;167,3;2024;"BPS; 2024"\r\ntime_zone;x;;\r\n',
    );
    expect(found).toMatchObject({
      rows: [
        {
          kind: 'fact',
          line: 2,
          id: 'area',
          fields: { value: '167,3', year: '2024', sourceTitle: 'BPS; 2024' },
        },
      ],
      notes: { unknownColumns: [], toldFacts: ['time-zone'] },
    });
    const mixed = rows('kind,id,title,value\nfact,area,,167\npractice,bandung-a,A,12');
    expect(mixed.map(({ kind, id, fields, faults }) => [kind, id, fields.value, faults?.[0]?.code])).toEqual([
      ['fact', 'area', '167', undefined],
      ['practice', 'bandung-a', undefined, 'other-kind'],
    ]);
  });

  it('with columns of another kind named, and cells in which the spreadsheet left an error', () => {
    expect(read('title,summary,description\nA,B,C')).toMatchObject({
      notes: { unknownColumns: ['description'] },
    });
    for (const cell of ['#NAME?', '#VALUE!', '########', 'Err:508']) {
      expect(rows(`${HEAD}\nen,A,${cell}`)[0]?.faults).toEqual([
        { field: 'summary', value: cell, code: 'no-result' },
      ]);
    }
    expect(rows(`${HEAD}\nen,A,#NAME? was in the cell`)[0]?.faults).toBeUndefined();
  });

  it('with 16,000 empty columns behind it, as a sheet can have once it was formatted', () => {
    const empty = ','.repeat(16_000);
    expect(rows(`${HEAD}${empty}\nen,A,B${empty}`)[0]?.fields).toEqual({ title: 'A', summary: 'B' });
  });

  it('and a row with more cells than columns, or a column twice, says so', () => {
    expect(rows(`${HEAD}\nen,A,B,C`)[0]?.problem).toBe('too-many-cells');
    expect(rows('title,summary,title\nA,B,C')[0]?.problem).toBe('repeated-column');
  });
});

it.each([
  ['a quotation mark left open', `${HEAD}\nen,A,B\nen,"C,D\nen,E,F`, 3],
  ['a quotation mark within a text', `${HEAD}\nen,A,B\nen,"C "D" E",F`, 3],
  ['a row longer than any record', `${HEAD}\nen,A,B\n\nen,C,${'d'.repeat(300_000)}`, 4],
])('%s is told with its row', (_name, text, line) => {
  expect(read(text)).toEqual({ problem: 'not-a-table', line });
});

it('JSON is read, what it does not name is left out, and what nobody knows is told', () => {
  const text = profile(
    '"city":{"slug":"bandung","name":"B"},"facts":[],"practices":[{"id":"bandung-a","language":"en","fields":{"title":"A\\u0000","topics":["x"],"startYear":2021}}],"needs":[{"fields":{"colour":"red"}},7]',
  );
  expect(rows(text)).toEqual([
    {
      kind: 'practice',
      line: 1,
      id: 'bandung-a',
      language: 'en',
      fields: { title: 'A', topics: ['x'], startYear: 2021 },
    },
    {
      kind: 'need',
      line: 2,
      id: '',
      fields: {},
      faults: [{ field: 'colour', value: '', code: 'unknown-field' }],
    },
    { kind: 'need', line: 3, id: '', fields: {}, problem: 'not-a-record' },
  ]);
  expect(read(text)).toMatchObject({ notes: { leftOut: ['city'], toldFacts: [] } });
});

describe('a cell that a spreadsheet would calculate', () => {
  const HOSTILE = [
    '=1+1',
    '+62 22',
    '-5+1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    "'=1",
    "''+1",
    '=HYPERLINK("http://x";"y")',
  ];

  it.each(['-6.92222', '-5', '5', '0.5'])('%j is a number, which no spreadsheet calculates', (text) => {
    expect(toCell(text)).toBe(text);
    expect(fromCell(text)).toBe(text);
  });

  it.each(HOSTILE)('%j is written as text and comes back as it was', (text) => {
    expect(toCell(text)).toBe(`'${text}`);
    expect(fromCell(toCell(text))).toBe(text);
    expect(
      rows(
        `${writeCsv([
          ['title', 'summary'],
          ['A', text],
        ])}`,
      )[0]?.fields.summary,
    ).toBe(text);
  });

  it.each(["it's", "'quoted'", 'a=b', '5', '', 'Ciliwung – kali'])('%j is left alone', (text) => {
    expect(toCell(text)).toBe(text);
    expect(fromCell(text)).toBe(text);
  });

  it('is written as RFC 4180 says, with a mark that makes it UTF-8', () => {
    expect(
      writeCsv([
        ['a', 'b"c', 'd,e'],
        ['f\ng', '', 'h'],
      ]),
    ).toBe('\uFEFFa,"b""c","d,e"\r\n"f\ng",,h\r\n');
    expect(writeCsv([['a;b', 'c']], ';')).toBe('\uFEFF"a;b";c\r\n');
  });
});

import { describe, expect, it } from 'vitest';
import { briefSheets } from '#components/papers/brief-sheet.ts';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { acceptExchange, agreeToBrief, declineExchange, writeBrief } from '#lib/exchanges/commands/moves.ts';
import { readLinkOf } from '#lib/links/queries.ts';
import { linkActor } from '#lib/links/rules.ts';
import { toPdf } from '#lib/papers/gateway/pdf.ts';
import { getMayorsBrief } from '#lib/papers/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { mailsTo, runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';
import { heardText, readPdf, saidOnce } from './reading.ts';
import { wordsIn } from './words.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, role: 'focal-point' | 'staff' = 'focal-point', isTrial = false) =>
  (await signIn({ city }, role, { isTrial })).context;
const asking = await at('bandung');
const asked = await at('battambang');
const refused = { code: 'not-found' };

const given = {
  citySlug: 'bandung',
  otherSlug: 'battambang',
  size: 'talk' as const,
  question: 'How did you begin?',
};
async function exchange(change: Record<string, unknown> = {}): Promise<string> {
  await sql`delete from exchange`;
  return (await askExchange(asking, newId(), { ...given, ...change } as typeof given)).id;
}
const briefed = async (content: Record<string, string>, change: Record<string, unknown> = {}) => {
  const exchangeId = await exchange(change);
  await acceptExchange(asked, newId(), { exchangeId });
  await writeBrief(asking, newId(), { exchangeId, briefVersion: 0, content });
  return exchangeId;
};
const sheetsOf = async (context: Context, exchangeId: string, language: 'en' | 'id' = 'en') =>
  briefSheets(await getMayorsBrief({ ...context, language }, { exchangeId }), wordsIn(language));
const saidBy = (value: unknown): string => JSON.stringify(value);

describe('the brief is not there', () => {
  it('for everybody but the people of the two cities', async () => {
    const exchangeId = await exchange();
    const visitor: Context = {
      actor: { kind: 'visitor', isOnTrialCopy: false },
      language: 'en',
      requestId: 'test',
    };
    const strangers = [
      await at('hue'),
      await at('battambang', 'focal-point', true),
      (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context,
      (await signIn({ body: 'observer' }, 'observer')).context,
      visitor,
    ];
    for (const who of strangers) {
      await expect(getMayorsBrief(who, { exchangeId })).rejects.toMatchObject(refused);
    }
    await expect(getMayorsBrief(asking, { exchangeId: newId() })).rejects.toMatchObject(refused);
  });

  it('for the link of a mail, which answers only', async () => {
    const exchangeId = await exchange();
    await runJobs(url);
    const [mail] = await mailsTo(asked.actor.email);
    const token = new URL(mail?.words.action?.href ?? '', 'http://x').searchParams.get('token') ?? '';
    const link = await readLinkOf('answer-exchange', token);
    if (link.state !== 'open') throw new Error(`the link is ${link.state}`);
    const context: Context = { ...asked, actor: linkActor('answer-exchange', link) };
    await expect(getMayorsBrief(context, { exchangeId })).rejects.toMatchObject(refused);
  });
});

describe('the brief', () => {
  it('is each side’s own, for staff as well', async () => {
    const exchangeId = await exchange({ offer: 'Our way of counting.', languages: ['en', 'km'] });
    const staff = await at('battambang', 'staff');
    expect(await getMayorsBrief(asking, { exchangeId })).toMatchObject({
      own: { slug: 'bandung' },
      other: { slug: 'battambang' },
      isTrial: false,
      ties: [],
    });
    expect(await getMayorsBrief(staff, { exchangeId })).toMatchObject({
      own: { slug: 'battambang' },
      other: { slug: 'bandung' },
    });
    const [ours] = await sheetsOf(asking, exchangeId);
    const [theirs] = await sheetsOf(staff, exchangeId);
    const textOf = (sheet: typeof ours, heading: string) =>
      saidBy(sheet?.before.find((row) => row.heading === heading)?.items);
    expect(textOf(ours, 'What we need')).toContain('How did you begin?');
    expect(textOf(ours, 'What they need')).toContain('Our way of counting.');
    expect(textOf(theirs, 'What they need')).toContain('How did you begin?');
    expect(textOf(theirs, 'What we need')).toContain('Our way of counting.');
    expect(ours?.facts).toMatchObject({ own: 'Bandung', other: 'Battambang' });
  });

  it('puts what the exchange is about first', async () => {
    const plain = await getMayorsBrief(asking, { exchangeId: await exchange() });
    const last = plain.learn.at(-1);
    if (last === undefined) throw new Error('the sample data have no match for this test');
    const about = await exchange({ needId: last.need.id, practiceId: last.practice.id });
    const [first] = (await getMayorsBrief(asking, { exchangeId: about })).learn;
    expect(first?.need.id).toBe(last.need.id);
  });

  it('says value, year and source of each fact, or that none is on record', async () => {
    await sql`update city set population = null where key = 'bandung'`;
    const [sheet] = await sheetsOf(asking, await exchange());
    const row = sheet?.facts.rows.find(({ label }) => label === 'Population');
    expect(row?.own).toEqual({ value: 'Not on record', note: null });
    expect(row?.other.value).toBe('119,251');
    const number = /\[(\d+)\]/.exec(row?.other.note ?? '')?.[1];
    expect(sheet?.sources.items.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(new RegExp(`^\\[${number}\\] GeoNames`)),
    );
  });

  it('tells what is agreed, what is open and the next step, from state to state', async () => {
    const later = async (exchangeId: string) => {
      const rows = (await sheetsOf(asking, exchangeId))[0]?.after ?? [];
      const last = rows.at(-1)?.items[0]?.text?.text;
      return { matters: saidBy(rows.find(({ heading }) => heading === 'Open matters')), last };
    };
    const exchangeId = await exchange();
    expect((await later(exchangeId)).last).toMatch(/^Battambang answers by \d+ \w+ \d{4}\.$/);
    await acceptExchange(asked, newId(), { exchangeId });
    expect((await later(exchangeId)).matters).toContain('No brief of both cities is written yet');
    const content = {
      scope: 'Markets only',
      questions: '',
      people: '',
      interpreter: '',
      costs: 'Each its own',
    };
    await writeBrief(asking, newId(), { exchangeId, briefVersion: 0, content });
    const written = await later(exchangeId);
    expect(written.matters).toContain('Version 1 of the brief, written by Bandung, is not agreed yet.');
    expect(written.matters).toContain('Markets only');
    expect(written.matters).toContain('"Interpreter:","text":{"text":"to be settled"');
    expect(written.last).toBe('Battambang agrees to version 1 of the brief or writes another.');
    await agreeToBrief(asked, newId(), { exchangeId, briefVersion: 1 });
    expect((await later(exchangeId)).matters).toContain('Both cities agreed to version 1 of their brief.');
    const declined = await exchange();
    await declineExchange(asked, newId(), { exchangeId: declined });
    expect((await later(declined)).last).toBe('This exchange has ended. Either city may ask again.');
  });

  it('says in Indonesian what it says in English', async () => {
    const exchangeId = await exchange();
    const [english] = await sheetsOf(asking, exchangeId);
    const [indonesian] = await sheetsOf(asking, exchangeId, 'id');
    expect(indonesian?.before).toHaveLength(english?.before.length ?? 0);
    expect(indonesian?.foot.binding).toContain('sukarela dan tidak mengikat');
    expect(english?.foot.binding).toContain('voluntary and non-binding');
    const words = saidBy(indonesian);
    expect(words).not.toMatch(/papers\.|\bOn record\b|\bWe ask\b/);
  });
});

const ATTACKS: Record<string, string> = {
  markup:
    '#panic("x") #read("/etc/passwd") #import "x": * $a$ \\ @ref <label> ```raw``` */ // = head\n- a '.repeat(
      30,
    ),
  json: '"},{"sheet":"\\u0000","a":['.repeat(100),
  'one long word': 'W'.repeat(4000),
  'many lines': 'a\n'.repeat(1999),
  'no end of marks': `a${'\u0301'.repeat(3900)}`,
  directions: '\u202e\u2067שלום مرحبا \u0007\u001b[31m'.repeat(120),
  emoji: 'a👨‍👩‍👧‍👦🇮🇩😀'.repeat(200),
  scripts: 'กรุงเทพมหานครเป็นเมืองหลวง ភ្នំពេញ ရန်ကုန်မြို့ ວຽງຈັນ தமிழ் Đà Nẵng 中文 '.repeat(45),
};

describe('as PDF', () => {
  it.each(Object.entries(ATTACKS))('takes %s as text, on at most two pages', async (_what, text) => {
    const attack = text.slice(0, 4000);
    const content = { scope: attack, questions: attack, people: attack, interpreter: attack, costs: attack };
    const exchangeId = await briefed(content, { size: 'visit', question: attack, offer: attack });
    for (const [who, language] of [
      [asking, 'en'],
      [asked, 'id'],
    ] as const) {
      const read = await readPdf(await toPdf(await sheetsOf(who, exchangeId, language)));
      expect(read.pages).toBeLessThanOrEqual(2);
      expect(read.text).toContain(language === 'en' ? 'shortened' : 'dipersingkat');
      expect(read.text).toMatch(/[12] (of|dari) [12]/);
    }
  });

  it('shows markup letter by letter', async () => {
    const question = '#strong[x] $a^2$ \\ @b <c> *d* _e_ `f` // g';
    const read = await readPdf(await toPdf(await sheetsOf(asking, await exchange({ question }))));
    expect(read.text).toContain(question);
  });

  it('is an A4 paper with title, language and tags, and what a paper of ours must say', async () => {
    const read = await readPdf(await toPdf(await sheetsOf(asked, await exchange(), 'id')));
    expect(read.info).toMatchObject({ Title: 'Bandung: ringkasan untuk Battambang', Language: 'id' });
    expect(read.isTagged).toBe(true);
    for (const size of read.sizes) expect(size).toEqual([595, 842]);
    const text = read.text.replace(/\s+/g, ' ');
    expect(text).toContain('sukarela dan tidak mengikat');
    expect(text).toContain('bukan pernyataan salah satu kota');
    expect(text).toContain('https://saling.example/exchanges/');
    expect(text).toMatch(/halaman 1 dari [12]/);
  });

  it('says the name of every city whole in its own script', async () => {
    const [sheet] = await sheetsOf(asking, await exchange());
    const names = await sql<{ name: string; language: string }[]>`
      select local_name as name, languages[1] as language from city where local_name is not null order by key`;
    expect(names.length).toBeGreaterThan(50);
    const lost: string[] = [];
    for (const { name, language } of names) {
      const own = { text: name, language };
      const heard = await heardText(await toPdf([{ ...sheet, own, before: [], after: [] }]));
      if (!heard.includes(saidOnce(name.normalize('NFC')))) lost.push(name);
    }
    expect(lost).toEqual([]);
  });

  it('says where a letter stands that no font has', async () => {
    const read = await readPdf(await toPdf(await sheetsOf(asking, await exchange({ question: '中文' }))));
    expect(read.text.replace(/\s+/g, ' ')).toContain('The sign � stands for a letter');
    const plain = await readPdf(await toPdf(await sheetsOf(asking, await exchange())));
    expect(plain.text).not.toContain('�');
  });
});

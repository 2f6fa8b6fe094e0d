import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { askExchange } from '#lib/exchanges/commands/ask.ts';
import { consentToOutcome } from '#lib/exchanges/commands/consent.ts';
import { acceptExchange, checkOutcome, declineExchange } from '#lib/exchanges/commands/moves.ts';
import { balanceOf, standingTable } from '#lib/exchanges/listing/standings.ts';
import { listStandings, listTransfers } from '#lib/exchanges/queries.ts';
import { writeCsv } from '#lib/platform/csv.ts';
import { newId } from '#lib/platform/ids.ts';
import { reviewEvidence, unreviewEvidence } from '#lib/practices/commands/evidence.ts';
import { getPractice, listEvidenceToReview } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { runJobs } from '#tests/support/mailbox.ts';
import { signIn } from '#tests/support/people.ts';

const { sql, url } = await testDatabase({ seeded: true });
const at = async (city: string, isTrial = false) =>
  (await signIn({ city }, 'focal-point', { isTrial })).context;
const world = {
  real: { asking: await at('bandung'), asked: await at('tacloban') },
  trial: { asking: await at('bandung', true), asked: await at('tacloban', true) },
};
const { asking, asked } = world.real;
const officer = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
const elsewhere = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
const [practice] = await sql<{ id: string; key: string; evidence: string }[]>`
  select p.id, p.key, p.evidence from practice p join city c on c.id = p.city_id
  where c.key = 'tacloban' order by p.key limit 1`;
const practiceId = practice?.key ?? '';
const measured = { indicator: 'Houses reached', baseline: '120', value: '340' };

beforeEach(async () => {
  await sql`delete from exchange`;
  await sql`delete from evidence_review`;
  await sql`update practice set evidence = 'self-reported', proposed_evidence = null, proposed_by_transfer_at = null where id = ${practice?.id ?? ''}`;
});

/** An exchange that is completed, with what came of it after three months. */
async function checked(said: object, { asking, asked } = world.real): Promise<string> {
  const given = { citySlug: 'bandung', otherSlug: 'tacloban', size: 'talk' as const, question: 'How?' };
  const { id: exchangeId } = await askExchange(asking, newId(), { ...given, practiceId });
  await acceptExchange(asked, newId(), { exchangeId });
  await sql`update exchange set state = 'completed', completed_at = saling_now() where id = ${exchangeId}`;
  const outcome = { exchangeId, month: 3 as const, outcome: 'adapted' as const, isShown: true };
  await checkOutcome(asking, newId(), { ...outcome, ...said });
  return exchangeId;
}
const agree = (exchangeId: string, who = asked, isShown = true) =>
  consentToOutcome(who, newId(), { exchangeId, month: 3, isShown });
const toReview = async (who = officer) =>
  (await listEvidenceToReview(who, {})).filter(({ id }) => id === practiceId);

describe('a better kind of evidence', () => {
  it('is not proposed while one of the two cities keeps the outcome to itself', async () => {
    await checked(measured);
    await runJobs(url);
    expect(await toReview()).toEqual([]);
  });

  it('is not proposed for what was not continued, and none from the trial copy to the real record', async () => {
    await agree(await checked({ ...measured, outcome: 'not-continued' }));
    await agree(await checked(measured, world.trial), world.trial.asked);
    await runJobs(url);
    expect(await toReview()).toEqual([]);
  });

  it('is proposed by rule for a result that another city measured, and counts once the secretariat agrees', async () => {
    await agree(await checked(measured));
    await runJobs(url);
    expect(await toReview(elsewhere)).toEqual([]);
    const [item] = await toReview();
    expect(item).toMatchObject({ proposed: 'measured', isByTransfer: true, evidence: 'self-reported' });
    expect((await getPractice(visitor, { id: practiceId })).evidence).toBe('self-reported');
    await reviewEvidence(officer, newId(), { id: practiceId, version: item?.version ?? 0, isAgreed: true });
    expect((await getPractice(visitor, { id: practiceId })).evidence).toBe('measured');
    expect(await toReview()).toEqual([]);
  });

  it('goes back to what it was when the secretariat takes its word back', async () => {
    await sql`update practice set evidence = 'documented' where id = ${practice?.id ?? ''}`;
    await agree(await checked(measured));
    await runJobs(url);
    const [item] = await toReview();
    await reviewEvidence(officer, newId(), { id: practiceId, version: item?.version ?? 0, isAgreed: true });
    await unreviewEvidence(officer, newId(), { id: practiceId });
    expect((await getPractice(visitor, { id: practiceId })).evidence).toBe('documented');
    expect(await toReview()).toHaveLength(1);
  });

  it('without figures is “documented by others”, and nothing where the record has that or better', async () => {
    await agree(await checked({}));
    await runJobs(url);
    expect(await toReview()).toMatchObject([{ proposed: 'documented' }]);
    await sql`update practice set evidence = 'measured', proposed_evidence = null where id = ${practice?.id ?? ''}`;
    await sql`delete from exchange`;
    await agree(await checked(measured));
    await runJobs(url);
    expect(await toReview()).toEqual([]);
  });
});

describe('the ledger of a practice', () => {
  it('shows failures, too, and nothing once one of the cities takes its consent back', async () => {
    const id = await checked({ outcome: 'not-continued', hard: 'No land was to be had.' });
    expect(await listTransfers(visitor, { practiceId })).toEqual([]);
    await agree(id);
    expect(await listTransfers(visitor, { practiceId })).toMatchObject([
      { outcome: 'not-continued', hard: 'No land was to be had.', to: { slug: 'bandung' } },
    ]);
    await agree(id, asking, false);
    expect(await listTransfers(visitor, { practiceId })).toEqual([]);
  });
});

describe('what a secretariat sees', () => {
  const ask = (citySlug: string, otherSlug: string, who: Context) =>
    askExchange(who, newId(), { citySlug, otherSlug, size: 'question', question: 'How?' });

  it('is who waits, for how long and how often by country: a decline looks like any other end', async () => {
    const { id: open } = await ask('bandung', 'tacloban', asking);
    const { id: over } = await ask('tacloban', 'bandung', asked);
    expect((await listStandings(officer, {})).some(({ isLong }) => isLong)).toBe(false);
    await sql`update exchange_standing set waits_since = saling_now() - interval '14 days' where exchange_id = ${open}`;
    await declineExchange(asking, newId(), { exchangeId: over });
    const standings = await listStandings(officer, {});
    expect(standings).toMatchObject([
      { id: open, isOpen: true, isLong: true },
      { id: over, isOpen: false, isLong: false, waitsSince: null },
    ]);
    const balance = balanceOf(standings);
    expect(balance).toHaveLength(2);
    expect(balance).toContainEqual({ country: 'ID', asking: 1, asked: 1, open: 1 });
    const rows = parse(writeCsv(standingTable(standings)), { columns: true, bom: true });
    expect(rows).toMatchObject([
      { asking: 'Bandung', asked: 'Tacloban', size: 'question', open: 'yes' },
      { asking: 'Tacloban', asked: 'Bandung', open: 'no', waits_since: '' },
    ]);
    expect(JSON.stringify([standings, rows])).not.toMatch(/declin|How\?/);
    await expect(listStandings(asking, {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(listStandings(visitor, {})).rejects.toMatchObject({ code: 'not-found' });
  });
});

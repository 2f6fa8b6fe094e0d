import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/platform/ids.ts';
import { reviewEvidence, unreviewEvidence } from '#lib/practices/commands/evidence.ts';
import {
  publishPractice,
  revisePractice,
  savePractice,
  startPractice,
} from '#lib/practices/commands/writing.ts';
import { getOwnPractice, getPractice, listEvidenceToReview } from '#lib/practices/queries.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

const { sql } = await testDatabase({ seeded: true });
const visitor: Context = {
  actor: { kind: 'visitor', isOnTrialCopy: false },
  language: 'en',
  requestId: 'test',
};
let city: Context;
let serving: Context;
let elsewhere: Context;

beforeAll(async () => {
  city = (await signIn({ city: 'tacloban' }, 'focal-point')).context;
  serving = (await signIn({ secretariat: 'AGMF' }, 'secretariat-officer')).context;
  elsewhere = (await signIn({ secretariat: 'MGMAC' }, 'secretariat-officer')).context;
});

async function published(evidence: string): Promise<string> {
  const title = `Warning sirens ${newId()}`;
  const { id } = await startPractice(city, newId(), { citySlug: 'tacloban', language: 'en', title });
  const fields = { summary: 'Sirens on the shore.', topics: ['disaster-preparedness'], evidence };
  const { version } = await savePractice(city, newId(), { id, version: 1, fields });
  await publishPractice(city, newId(), { id, version, isAgreed: true, approval: 'Sheet 1' });
  return id;
}
const waiting = async (who: Context) => (await listEvidenceToReview(who, {})).map((item) => item.id);

describe('the kind of evidence that a city proposes', () => {
  it('is “reported by the city itself” for readers, and waits for the secretariat that serves the city', async () => {
    const id = await published('measured');
    const read = await getPractice(visitor, { id });
    expect(read.evidence).toBe('self-reported');
    expect(JSON.stringify(read)).not.toContain('measured');
    expect(await waiting(serving)).toContain(id);
    for (const who of [elsewhere, city, visitor]) expect(await waiting(who)).toEqual([]);
  });

  it('waits for nobody where it is that anyway', async () => {
    expect(await waiting(serving)).not.toContain(await published('self-reported'));
  });

  it.each([
    ['the other secretariat', () => elsewhere, 'not-allowed'],
    ['the city itself', () => city, 'not-found'],
    ['a visitor', () => visitor, 'not-found'],
  ] as const)('is not for %s to confirm', async (_name, who, code) => {
    const id = await published('measured');
    const asked = reviewEvidence(who(), newId(), { id, version: 1, isAgreed: true });
    await expect(asked).rejects.toMatchObject({ code });
  });

  it('counts once an officer agrees, and stays so while the city changes other things', async () => {
    const id = await published('measured');
    await reviewEvidence(serving, newId(), { id, version: 1, isAgreed: true });
    expect(await getPractice(visitor, { id })).toMatchObject({ evidence: 'measured', version: 2 });
    expect(await waiting(serving)).not.toContain(id);
    const draft = await revisePractice(city, newId(), { id });
    const fields = { summary: 'More sirens.' };
    const { version } = await savePractice(city, newId(), { id, version: draft.version, fields });
    await publishPractice(city, newId(), { id, version, isAgreed: true, approval: 'Sheet 2' });
    expect(await getPractice(visitor, { id })).toMatchObject({ evidence: 'measured', version: 3 });
    const [event] =
      await sql`select payload from event where type = 'practice.changed' and payload ->> 'key' = ${id}`;
    expect(event).toBeDefined();
  });

  it('stays between the two where the officer sees it differently', async () => {
    const id = await published('independently-evaluated');
    const note = 'The report is by the city.';
    await reviewEvidence(serving, newId(), { id, version: 1, isAgreed: false, note });
    expect(await getPractice(visitor, { id })).toMatchObject({ evidence: 'self-reported', version: 1 });
    expect((await getOwnPractice(city, { id })).evidence.reviews).toMatchObject([{ isAgreed: false, note }]);
    for (const who of [visitor, elsewhere]) {
      await expect(getOwnPractice(who, { id })).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await waiting(serving)).not.toContain(id);
    const rows = await sql`select * from audit where verb = 'practice.review-evidence'`;
    expect(JSON.stringify(rows)).not.toContain('report is by');
  });

  it('is decided once: two officers at once, or one that saw an older text, meet a conflict', async () => {
    const id = await published('documented');
    const both = await Promise.allSettled(
      [newId(), newId()].map((command) =>
        reviewEvidence(serving, command, { id, version: 1, isAgreed: true }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = reviewEvidence(serving, newId(), { id, version: 1, isAgreed: false });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what an officer said of the evidence', () => {
  const undo = (who: Context, id: string) => unreviewEvidence(who, newId(), { id });

  it('is not for others to take back, nor after ten minutes', async () => {
    const id = await published('measured');
    await reviewEvidence(serving, newId(), { id, version: 1, isAgreed: true });
    await expect(undo(elsewhere, id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(undo(city, id)).rejects.toMatchObject({ code: 'not-found' });
    await sql`update evidence_review set at = at - interval '11 minutes'`;
    await expect(undo(serving, id)).rejects.toMatchObject({ params: { reason: 'too-late' } });
  });

  it.each([true, false])(
    'is taken back (agreed: %s): the practice waits as it did before',
    async (isAgreed) => {
      const id = await published('measured');
      await reviewEvidence(serving, newId(), { id, version: 1, isAgreed });
      const { version } = await undo(serving, id);
      expect(await getPractice(visitor, { id })).toMatchObject({ evidence: 'self-reported', version });
      expect(await waiting(serving)).toContain(id);
      await reviewEvidence(serving, newId(), { id, version, isAgreed: true });
      expect(await getPractice(visitor, { id })).toMatchObject({ evidence: 'measured' });
    },
  );
});

import { expect, it } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { getDraft } from '#lib/drafts/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { savePractice, startPractice } from '#lib/practices/commands/writing.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signIn } from '#tests/support/people.ts';

await testDatabase({ seeded: true });

it('two windows of one person: her own late save is told as hers, and only hers', async () => {
  const { context: writer } = await signIn({ city: 'bandung' }, 'focal-point');
  const { context: deputy } = await signIn({ city: 'bandung' }, 'deputy');
  const { id } = await startPractice(writer, newId(), {
    citySlug: 'bandung',
    language: 'en',
    title: 'Door to door',
  });
  const save = (by: Context, version: number, fields: Record<string, string>) =>
    savePractice(by, newId(), { id, version, fields });
  const conflict = (code: string, field = 'problem') => ({
    code: 'conflict',
    errors: [{ pointer: `/${field}`, code }],
  });
  // As the first window goes away, with a version that the second has not seen; nothing of either is lost.
  await save(writer, 1, { problem: 'Late.' });
  await save(writer, 2, { actions: 'Later.' });
  await expect(save(writer, 1, { problem: 'New.' })).rejects.toMatchObject(conflict('saved-by-you'));
  expect((await getDraft(writer, { kind: 'practice', id })).content.problem).toBe('Late.');
  await expect(save(deputy, 1, { problem: 'His.' })).rejects.toMatchObject(conflict('changed-meanwhile'));
  await save(deputy, 3, { problem: 'His.' });
  await expect(save(writer, 3, { problem: 'New.' })).rejects.toMatchObject(conflict('changed-meanwhile'));
  // Before what she wrote since, he has written, too.
  await save(writer, 4, { actions: 'Hers.' });
  await expect(save(writer, 3, { problem: 'New.' })).rejects.toMatchObject(conflict('changed-meanwhile'));
  await expect(save(writer, 3, { actions: 'New.' })).rejects.toMatchObject(
    conflict('saved-by-you', 'actions'),
  );
});

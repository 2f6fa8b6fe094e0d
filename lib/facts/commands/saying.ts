import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { FACT_FIELDS, whichFactInput } from '#lib/facts/contract.ts';
import { mayStateFact } from '#lib/facts/policy.ts';
import { selectFactVersions } from '#lib/facts/store.ts';
import { expectSeen, loadStand, say } from './stand.ts';

/** Says that what is shown is right. What was compiled becomes the city's own statement; its source stays. */
export const confirmFact = defineCommand({
  name: 'fact.confirm',
  input: whichFactInput,
  load: loadStand,
  policy: mayStateFact,
  apply: async (tx, { version }, stand, context) => {
    if (stand === null) throw notFound();
    expectSeen(stand, version);
    const { shown } = stand;
    if (shown === null) throw new SalingError('conflict', { params: { state: 'removed' } });
    const { value, year, source } = shown;
    const statement = { value, year, sourceTitle: source?.title ?? null, sourceUrl: source?.url ?? null };
    return say(tx, context, stand, { state: 'stated', statement, fields: [] });
  },
});

/** Takes a fact off the city's page, whoever said it. */
export const removeFact = defineCommand({
  name: 'fact.remove',
  input: whichFactInput,
  load: loadStand,
  policy: mayStateFact,
  apply: async (tx, { version }, stand, context) => {
    if (stand === null) throw notFound();
    expectSeen(stand, version);
    if (stand.shown === null) throw new SalingError('conflict', { params: { state: 'removed' } });
    return say(tx, context, stand, { state: 'removed', statement: null, fields: FACT_FIELDS });
  },
});

/** Goes back to what the city said before, or to what was compiled where it had said nothing. */
export const undoFact = defineCommand({
  name: 'fact.undo',
  input: whichFactInput,
  load: loadStand,
  policy: mayStateFact,
  apply: async (tx, { version }, stand, context) => {
    if (stand === null) throw notFound();
    expectSeen(stand, version);
    const [present, before] = await selectFactVersions(tx, stand);
    if (present === undefined) throw new SalingError('conflict', { params: { state: 'unsaid' } });
    const statement =
      before?.value === undefined || before.value === null
        ? null
        : {
            value: before.value,
            year: before.year,
            sourceTitle: before.sourceTitle,
            sourceUrl: before.sourceUrl,
          };
    return say(tx, context, stand, { state: before?.state ?? 'unsaid', statement, fields: FACT_FIELDS });
  },
});

import { defineCommand } from '#lib/core/command.ts';
import { notFound } from '#lib/core/errors.ts';
import { whichFactInput, writeFactInput } from '#lib/facts/contract.ts';
import { mayDiscardFact, mayStateFact, mayWriteFact } from '#lib/facts/policy.ts';
import { changes, readStatement, withCompiledSource } from '#lib/facts/rules.ts';
import { deleteFactDraft } from '#lib/facts/store.ts';
import { databaseNow } from '#lib/links/queries.ts';
import { keepWriting } from './keep.ts';
import { expectNoClash, expectSeen, loadStand, say } from './stand.ts';

/**
 * Keeps what is typed of a fact; readers see nothing of it. Not audited, as autosave calls it every few seconds.
 * @throws SalingError `conflict`, with the fields that somebody else has changed meanwhile
 */
export const saveFact = defineCommand({
  name: 'fact.save',
  input: writeFactInput,
  load: loadStand,
  policy: mayWriteFact,
  apply: async (tx, { key, content: typed, version: seen }, stand, context) => {
    if (stand === null) throw notFound();
    const content = withCompiledSource({ key, content: typed, compiled: stand.compiled });
    expectNoClash(stand, { content, version: seen });
    return { outcome: await keepWriting(tx, context, stand, content), subject: null };
  },
});

/**
 * States a fact as the city's own word, with what the form holds; it is read everywhere at once. The compiled source
 * stays with the compiled value and year alone.
 * @throws SalingError `invalid` for a wrong field; `conflict`, with the fields that somebody else has changed
 */
export const stateFact = defineCommand({
  name: 'fact.state',
  input: writeFactInput,
  load: loadStand,
  policy: mayStateFact,
  apply: async (tx, { key, content: typed, version }, stand, context) => {
    if (stand === null) throw notFound();
    const { compiled } = stand;
    const content = withCompiledSource({ key, content: typed, compiled });
    expectNoClash(stand, { content, version });
    const statement = readStatement({ key, content, compiled }, (await databaseNow(tx)).getUTCFullYear());
    return say(tx, context, stand, {
      state: 'stated',
      statement,
      fields: changes(stand.content, content),
    });
  },
});

/** Gives up what was being written. */
export const discardFact = defineCommand({
  name: 'fact.discard',
  input: whichFactInput,
  load: loadStand,
  policy: mayDiscardFact,
  apply: async (tx, { version }, stand) => {
    if (stand === null) throw notFound();
    if (stand.draft === undefined) return { outcome: null, subject: null };
    expectSeen(stand, version);
    await deleteFactDraft(tx, stand);
    return {
      outcome: null,
      subject: { kind: 'city', id: stand.cityId },
      before: { fact: stand.key, version: stand.draft.version },
    };
  },
});

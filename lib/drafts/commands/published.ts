import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { draftKeyField } from '#lib/drafts/contract.ts';
import { mayChangeRecord } from '#lib/drafts/policy.ts';
import { hasPublishedVersion, presentInstant } from '#lib/drafts/store.ts';
import { lockOwn } from './over.ts';
import { expectState, type RecordRow, type RecordSpec, recordEvent } from './spec.ts';

const input = z.object({ id: draftKeyField });

/** A command that moves a published record of one's own city from one state to another. */
function moveRecord<Row extends RecordRow, Fields>(
  name: string,
  spec: RecordSpec<Row, Fields>,
  move: {
    from: RecordRow['state'];
    to: 'published' | 'withdrawn';
    event: string;
    /** Whether the city says today that it is right. */
    isConfirming: boolean;
  },
) {
  return defineCommand({
    name,
    input,
    load: (tx, { id }) => spec.select(tx, id),
    policy: mayChangeRecord,
    apply: async (tx, { id: key }, seen, context) => {
      const record = await lockOwn(tx, spec, seen, context);
      if (record === null) throw notFound();
      expectState(record.state === move.from, record.state);
      const confirmed = move.isConfirming ? { confirmedAt: presentInstant, origin: 'city' as const } : {};
      const isDone = await spec.update(tx, record.id, record.version, { state: move.to, ...confirmed });
      if (!isDone) throw new SalingError('conflict');
      const version = record.version + 1;
      return {
        outcome: { id: key, version },
        subject: { kind: spec.kind, id: record.id },
        before: { state: record.state, origin: record.origin, version: record.version },
        after: { state: move.to, version },
        event: recordEvent(spec.kind, move.event, { ...record, version }),
      };
    },
  });
}

/** Takes a published record out of sight, at once and everywhere. */
export const withdrawRecord = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  moveRecord(name, spec, {
    from: 'published',
    to: 'withdrawn',
    event: 'removed',
    isConfirming: false,
  });

/** Brings a withdrawn record back as it was. */
export const restoreRecord = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  moveRecord(name, spec, {
    from: 'withdrawn',
    to: 'published',
    event: 'changed',
    isConfirming: false,
  });

/** Says that the record is still right. A compiled one becomes the city's own statement by it. */
export const confirmRecord = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  moveRecord(name, spec, {
    from: 'published',
    to: 'published',
    event: 'changed',
    isConfirming: true,
  });

/**
 * Takes back that a compiled record was confirmed as it is: it is again what public sources say, and no statement
 * of the city. @throws SalingError `conflict` once the city has written its own words into it
 */
export const unclaimRecord = <Row extends RecordRow, Fields>(name: string, spec: RecordSpec<Row, Fields>) =>
  defineCommand({
    name,
    input,
    load: (tx, { id }) => spec.select(tx, id),
    policy: mayChangeRecord,
    apply: async (tx, { id: key }, seen) => {
      if (seen === undefined) throw notFound();
      const record = (await spec.lock(tx, key)) ?? seen;
      const { id, origin, compiledDigest } = record;
      expectState(record.state === 'published', record.state);
      const isConfirmedOnly =
        origin === 'city' && compiledDigest !== null && !(await hasPublishedVersion(tx, spec.kind, id));
      expectState(isConfirmedOnly, origin);
      const compiled = { origin: 'compiled' as const, confirmedAt: null };
      if (!(await spec.update(tx, id, record.version, compiled))) throw new SalingError('conflict');
      const version = record.version + 1;
      return {
        outcome: { id: key, version },
        subject: { kind: spec.kind, id },
        before: { origin, version: record.version },
        after: { origin: 'compiled', version },
        event: recordEvent(spec.kind, 'changed', { ...record, version }),
      };
    },
  });

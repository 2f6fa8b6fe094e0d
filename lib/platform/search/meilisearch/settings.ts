import type { Settings } from 'meilisearch';
import { MAX_HITS } from '#lib/platform/search/engine.ts';
import type { Connection } from './connection.ts';
import { LEVELS } from './document.ts';
import { isMissingIndex } from './failures.ts';
import { follow } from './tasks.ts';

const SETTINGS: Settings = {
  searchableAttributes: LEVELS,
  filterableAttributes: ['kind'],
  rankingRules: ['typo', 'attribute'],
  // As `allowedSlips` for the other engine.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  proximityPrecision: 'byAttribute',
  stopWords: [],
  synonyms: {},
  // How many hold a word is counted up to here; never more than MAX_HITS are asked for.
  pagination: { maxTotalHits: 100 * MAX_HITS },
};

/** Makes the index where there is none, and gives it our settings where it has others. Safe to repeat. */
export async function ensureIndex(connection: Connection, uid: string): Promise<void> {
  if (holds(await readSettings(connection, uid), SETTINGS)) return;
  // Made by whoever comes first; that it exists already is no failure.
  await follow(connection.writer.createIndex(uid, { primaryKey: 'id' }), 'index_already_exists');
  await follow(connection.index(uid).updateSettings(SETTINGS));
}

async function readSettings(connection: Connection, uid: string): Promise<Settings | undefined> {
  try {
    return await connection.index(uid).getSettings();
  } catch (error) {
    if (isMissingIndex(error)) return undefined;
    throw error;
  }
}

/** Whether `actual` says all that `wanted` says; it may say more. Lists must be equal. */
function holds(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return JSON.stringify(actual) === JSON.stringify(wanted);
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted;
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(wanted).every(([name, value]) => holds(Reflect.get(actual, name), value));
}

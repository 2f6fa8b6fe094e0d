import { fileURLToPath } from 'node:url';
import { importCity } from '#lib/cities/commands.ts';
import { jobContext } from '#lib/core/context.ts';
import { noteInstallationFact, readInstallationFact } from '#lib/core/installation.ts';
import { importNeed } from '#lib/needs/commands/import.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { newId } from '#lib/platform/ids.ts';
import { importPractice } from '#lib/practices/commands/import.ts';
import { importTie } from '#lib/ties/commands.ts';
import { importTopic } from '#lib/topics/commands.ts';
import { readSeedFiles, type SeedFiles } from './files.ts';
import { cityInput, needInput, practiceInput, tieInput, topicInput } from './mapping.ts';

export const SAMPLE_FOLDER = fileURLToPath(new URL('../../data', import.meta.url));
const FACT = 'sample-data-digest';
/** Raised when the way in which files become records changes, so that the next start loads them again. */
const MAPPING_VERSION = 1;

export type SeedResult = { total: number; changed: number; isSkipped: boolean };
export type SeedOptions = {
  folder?: string;
  /** Loads even where the digest says that these very files were loaded. */
  isForced?: boolean;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Loads the data files through the commands, as a job: audit rows and events are written for what changes.
 * Repeatable; keeps what cities changed. @throws SeedFileError before anything is written.
 */
export async function seed(options: SeedOptions = {}): Promise<SeedResult> {
  const files = await readSeedFiles(options.folder ?? SAMPLE_FOLDER);
  const digest = digestOf({ files, version: MAPPING_VERSION });
  const steps = seedSteps(files);
  if (options.isForced !== true && (await readInstallationFact(FACT)) === digest) {
    return { total: steps.length, changed: 0, isSkipped: true };
  }
  let changed = 0;
  for (const [done, step] of steps.entries()) {
    if ((await step()).changed) changed += 1;
    options.onProgress?.(done + 1, steps.length);
  }
  await noteInstallationFact(FACT, digest);
  return { total: steps.length, changed, isSkipped: false };
}

function seedSteps(files: SeedFiles): (() => Promise<{ changed: boolean }>)[] {
  const context = jobContext('seed');
  const cities = new Map(files.cities.map((city) => [city.slug, city]));
  return [
    ...files.topics.map(
      (topic, position) => () => importTopic(context, newId(), topicInput(topic, position, files)),
    ),
    ...files.cities.map((city) => () => importCity(context, newId(), cityInput(city))),
    ...files.practices.map((practice) => () => {
      const city = cities.get(practice.citySlug);
      if (city === undefined) throw new Error('readSeedFiles has checked every city');
      return importPractice(context, newId(), practiceInput(practice, city, files));
    }),
    ...files.needs.map((need) => () => importNeed(context, newId(), needInput(need, files))),
    ...files.ties.map((tie) => () => importTie(context, newId(), tieInput(tie))),
  ];
}

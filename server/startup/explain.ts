import { EmbeddedError } from '#db/embedded/errors.ts';
import { MissingRightError } from '#db/migrate.ts';
import { SeedFileError } from '#db/seed/errors.ts';
import { SalingError } from '#lib/core/errors.ts';
import { SettingsError } from '#lib/platform/env.ts';
import { SearchUnavailable } from '#lib/platform/search/engine.ts';
import { StartError } from './start-error.ts';

/** Errors whose message was written for the person who starts the server. */
const OUR_WORDS = [StartError, EmbeddedError, SettingsError, MissingRightError, SearchUnavailable];

/** The one line that a person sees when something cannot go on. The cause goes to the log at level debug. */
export function explainFailure(error: unknown): string {
  if (OUR_WORDS.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof SalingError && error.cause instanceof SearchUnavailable) return error.cause.message;
  if (error instanceof SeedFileError) return `The data files cannot be loaded: ${error.message}`;
  if (isFullDisk(error)) return 'The disk of the database is full: make room, and start again.';
  const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Unexpected: ${words}. Set LOG_LEVEL=debug to see more.`;
}

/** PostgreSQL's own code, wherever in the chain of causes it stands. */
function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '53100') || isFullDisk(error.cause);
}

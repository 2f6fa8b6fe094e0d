import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as runWorkerMigrations } from 'graphile-worker';
import postgres from 'postgres';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
const LOCK = 7_254_641;

/** The database user lacks a right. The message says what an administrator has to run. */
export class MissingRightError extends Error {
  override name = 'MissingRightError';
}

/**
 * Brings the database to the newest schema; two processes at once take turns. `ownerUrl` must own the schema
 * and be able to create a role. @throws MissingRightError, else the driver's error.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await runDrizzle(drizzle(sql), { migrationsFolder: FOLDER });
    await runWorkerMigrations({ connectionString: ownerUrl });
  } catch (error) {
    throw explained(error, new URL(ownerUrl).username);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

function explained(error: unknown, user: string): unknown {
  const cause = error instanceof Error && error.cause instanceof postgres.PostgresError ? error.cause : error;
  if (!(cause instanceof postgres.PostgresError) || cause.code !== INSUFFICIENT_PRIVILEGE) return error;
  return new MissingRightError(
    `The database user "${user}" lacks a right (${cause.message}). As an administrator run: CREATE ROLE saling_app NOLOGIN; GRANT saling_app TO "${user}"; GRANT CREATE ON DATABASE … TO "${user}".`,
    { cause: error },
  );
}

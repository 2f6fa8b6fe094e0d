import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as runWorkerMigrations } from 'graphile-worker';
import postgres from 'postgres';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
const LOCK = 7_254_641;

/**
 * Brings the database to the newest schema; two processes at once take turns. `ownerUrl` must own the schema
 * and be able to create a role. @throws the driver's error when the server is older than 16 or refuses.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await runDrizzle(drizzle(sql), { migrationsFolder: FOLDER });
    await runWorkerMigrations({ connectionString: ownerUrl });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

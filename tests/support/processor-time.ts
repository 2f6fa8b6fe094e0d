import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { processorSeconds } from './production.ts';

/** Seconds: on the wall, and of processors by the server, by PostgreSQL and by who asks. */
export type Spent = { wall: number; server: number; database: number; client: number; isAlone: boolean };

/**
 * What a piece of work takes of a site, of its database and of this process. `isAlone`: hardly anything else ran on
 * the machine meanwhile. Seconds are not numbers where the system does not say what a process uses.
 */
export async function measure(site: { pid: number }, databaseUrl: string, work: () => Promise<unknown>) {
  const before = readings(site.pid, databaseUrl);
  await work();
  const after = readings(site.pid, databaseUrl);
  const [wall, idle] = [after.wall - before.wall, after.idle - before.idle];
  const server = after.server - before.server;
  const [database, client] = [after.database - before.database, after.client - before.client];
  const isAlone = idle + server + database + client > 0.9 * wall * cpus().length;
  return { wall, server, database, client, isAlone } satisfies Spent;
}

function readings(server: number, databaseUrl: string) {
  const { user, system } = process.cpuUsage();
  return {
    wall: performance.now() / 1000,
    idle: cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1000,
    server: processorSeconds(server) ?? Number.NaN,
    database: databaseSeconds(new URL(databaseUrl).pathname.slice(1)),
    client: (user + system) / 1e6,
  };
}

/** Of PostgreSQL's processes that serve this database; each says so in its title. */
function databaseSeconds(name: string): number {
  try {
    const ours = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && titleOf(pid).includes(` ${name} `),
    );
    return ours.reduce((sum, pid) => sum + (processorSeconds(Number(pid)) ?? 0), 0);
  } catch {
    return Number.NaN;
  }
}

function titleOf(pid: string): string {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return title.startsWith('postgres: ') ? title : '';
  } catch {
    return '';
  }
}

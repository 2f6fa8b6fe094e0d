import { settingsSchema, wrongSettings } from './settings.ts';

export { settingNames } from './settings.ts';

/** A setting is wrong. The message names every wrong setting at once, on one line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

export type Settings = ReturnType<typeof readSettings>;

/** A blank at the end belongs to these. */
const AS_WRITTEN = ['SALING_DATA_DIR', 'SALING_SECRET'];

/** Reads settings from the given variables; throws a SettingsError that names every wrong one. */
export function readSettings(variables: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value = '']) =>
      value.trim() === '' ? [] : [[name, AS_WRITTEN.includes(name) ? value : value.trim()]],
    ),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new SettingsError(wrongSettings(parsed.error, given));
  const settings = parsed.data;
  return {
    isProduction: settings.NODE_ENV === 'production',
    isTest: settings.NODE_ENV === 'test',
    logLevel: settings.LOG_LEVEL,
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.SALING_URL,
    dataFolder: settings.SALING_DATA_DIR,
    sampleData: settings.SALING_SAMPLE_DATA,
    /** The configured server; undefined where the embedded database is used (its address is in lib/core). */
    databaseUrl: settings.DATABASE_URL,
    isEmbeddedDatabase: settings.DATABASE_URL === undefined,
    /** Key of digests and of what is sealed. The embedded copy makes its own and keeps it in the data folder. */
    secret: settings.SALING_SECRET ?? '',
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'saling@localhost',
    /** Whether anybody at this computer may act for a trial office, provided the request is direct. */
    mayTry:
      settings.SALING_TRIAL === '1' && settings.DATABASE_URL === undefined && settings.SMTP_URL === undefined,
    meiliUrl: settings.MEILI_URL,
    meiliKey: settings.MEILI_KEY,
    meiliIndexPrefix: settings.MEILI_INDEX_PREFIX,
  };
}

let current: Settings | undefined;

/** The settings of this process, read once; throws a SettingsError when any is wrong. */
export function env(): Settings {
  current ??= readSettings(process.env);
  return current;
}

/** Whether readers come over https. */
export function isHttps(): boolean {
  return env().publicUrl?.startsWith('https:') ?? false;
}

/** The whole address of a page, for what is read elsewhere: mails, files that are taken along. */
export function siteAddress(path: string): string {
  const { publicUrl, host, port } = env();
  return `${(publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '')}${path}`;
}

/** Reads `.env` where there is one; variables that are already set win over the file's. */
export function loadSettingsFile(path = '.env'): void {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new SettingsError(`The settings file ${path} cannot be read: check its permissions.`);
    }
  }
  current = undefined;
}

/** Gives this process the secret that was found in the data folder, where the settings name none. */
export function setSecret(secret: string): void {
  if (!process.env.SALING_SECRET) Object.assign(process.env, { SALING_SECRET: secret });
  current = undefined;
}

/** Sets the mode of this process, where nobody has set one. */
export function setMode(mode: 'development' | 'production'): void {
  if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: mode });
  current = undefined;
}

/** The variables for a child process, with changes; an undefined value removes one. */
export function childEnvironment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

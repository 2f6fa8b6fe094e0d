import { z } from 'zod';

/** A setting is wrong. The message names every wrong setting at once, on one line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an address that starts with http:// or https://',
});

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    PORT: z.coerce
      .number({ error: 'must be a number from 0 to 65535, for example 3000' })
      .int({ error: 'must be a whole number, for example 3000' })
      .min(0)
      .max(65_535)
      .default(3000),
    HOST: z.string().default('127.0.0.1'),
    SALING_URL: httpUrl.optional(),
    SALING_DATA_DIR: z.string().default('.saling'),
    SALING_SAMPLE_DATA: z.enum(['yes', 'no']).optional(),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' })
      .optional(),
    SALING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    SALING_TRIAL: z.enum(['0', '1'], { error: 'may be 0 or 1' }).default('1'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' })
      .optional(),
    MAIL_FROM: z.email({ error: 'must be one e-mail address' }).optional(),
    MEILI_URL: httpUrl.optional(),
    MEILI_KEY: z.string().optional(),
    MEILI_INDEX_PREFIX: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, 'may hold letters, digits, _ and - only')
      .default('saling'),
  })
  .refine((given) => given.NODE_ENV !== 'production' || !given.MEILI_URL || given.MEILI_KEY, {
    path: ['MEILI_KEY'],
    error: 'must be set where MEILI_URL is set',
  })
  .superRefine((given, context) => {
    if (given.NODE_ENV !== 'production' || given.DATABASE_URL === undefined) return;
    for (const name of ['SALING_SECRET', 'SMTP_URL'] as const) {
      if (given[name] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'must be set where DATABASE_URL is set' });
    }
  });

/** Names of all settings a person may set; `.env.example` lists the same. */
export const settingNames = Object.keys(schema.shape);

export type Settings = ReturnType<typeof readSettings>;

/** Reads settings from the given variables; throws a SettingsError that names every wrong one. */
export function readSettings(variables: Record<string, string | undefined>) {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`Wrong settings: ${problems.join('; ')}. See .env.example.`);
  }
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

import { z } from 'zod';

/** What may be written for each setting. Every message says what is allowed: it stands after the name and the value. */

/** Settings whose value is, or may hold, what nobody else may read. */
const SECRETS = ['DATABASE_URL', 'SALING_SECRET', 'SMTP_URL', 'MEILI_KEY'];
const SHOWN = 60;

const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => {
  const others = values.slice(0, -1).join(', ');
  return z.enum(values, { error: `must be ${others} or ${values.at(-1)}` });
};

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** An address of one of these protocols with a host, whose user and password can be read, and whatever else it `mustBe`. */
const address = (protocols: string, error: string, mustBe: (url: URL) => boolean = () => true) =>
  z.string().refine(
    (text) => {
      const url = URL.parse(text);
      if (url === null || url.hostname === '' || !new RegExp(`^(?:${protocols}):$`).test(url.protocol))
        return false;
      return [url.username, url.password, url.pathname].every(isDecodable) && mustBe(url);
    },
    { error, abort: true },
  );

const isBare = ({ username, password, pathname, search, hash }: URL): boolean =>
  `${username}${password}${search}${hash}` === '' && pathname === '/';

const SITE = 'must be an address without a path, for example https://saling.example.org';
const SEARCH = 'must be an address without user and password, for example http://127.0.0.1:7700';
const DATABASE = 'must look like postgres://user:password@host:5432/name';

const settings = z.object({
  NODE_ENV: oneOf('development', 'production', 'test').default('production'),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535, for example 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535, for example 3000')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9._:%-]{1,253}$/, 'must be an address or a name of this machine, for example 127.0.0.1')
    .default('127.0.0.1'),
  SALING_URL: address('https?', SITE, isBare)
    .transform((text) => new URL(text).origin)
    .optional(),
  SALING_DATA_DIR: z.string().default('.saling'),
  SALING_SAMPLE_DATA: oneOf('yes', 'no').optional(),
  DATABASE_URL: address('postgres(?:ql)?', DATABASE, ({ pathname }) => pathname.length > 1).optional(),
  SALING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SALING_TRIAL: oneOf('0', '1').default('1'),
  SMTP_URL: address('smtps?', 'must look like smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z.email({ error: 'must be one e-mail address, for example saling@example.org' }).optional(),
  MEILI_URL: address(
    'https?',
    SEARCH,
    ({ username, password }) => `${username}${password}` === '',
  ).optional(),
  // Sent in a header, which can hold nothing else.
  MEILI_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must hold letters, digits and signs of ASCII only')
    .optional(),
  MEILI_INDEX_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be at most 40 letters, digits, _ and -')
    .default('saling'),
});

export const settingsSchema = settings
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
export const settingNames = Object.keys(settings.shape);

/** The whole line about wrong settings: of each its name, what was given, what is allowed. */
export function wrongSettings(
  error: z.ZodError,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const problems = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const name = path.join('.');
    if (!problems.has(name)) problems.set(name, `${name} ${shown(name, given[name])}${message}`);
  }
  return `Wrong settings: ${[...problems.values()].join('; ')}. See .env.example.`;
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  // A password may stand in any address.
  if (SECRETS.includes(name) || (value.includes('@') && name !== 'MAIL_FROM'))
    return `(${value.length} characters, not shown) `;
  const clean = value.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
  return `is "${clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean}" but `;
}

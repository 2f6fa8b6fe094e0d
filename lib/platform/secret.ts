import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';
import { env } from './env.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 32 random bytes as 43 letters that fit into an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six digits, each sequence as likely as any other. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Digest (hex) under which a token of 256 random bits is kept; such a token needs neither salt nor key. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Digest (hex) of something short enough to guess, with the installation's secret as key. */
export function keyedHash(purpose: string, ...parts: readonly string[]): string {
  return createHmac('sha256', env().secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('hex');
}

/** Encrypts what opens something while it waits to be mailed. The result says nothing without the secret. */
export function seal(text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Null for what was changed on the way, or sealed under another secret. */
export function unseal(sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(tag);
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Whether two digests of the same length are the same, in a time that tells nothing. */
export function isSameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** One key for one purpose, so that a leak of one opens nothing else. */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, 'saling', purpose, 32));
}

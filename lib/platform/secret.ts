import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { env } from './env.ts';

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

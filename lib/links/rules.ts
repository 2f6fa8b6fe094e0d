import { z } from 'zod';
import { type Actor, LINK_PURPOSES, type LinkPurpose } from '#lib/core/actor.ts';
import { isSameDigest, keyedHash } from '#lib/platform/secret.ts';
import type { LinkReading, NewLink } from './contract.ts';

const payloadField = z.tuple([
  z.enum(LINK_PURPOSES),
  z.string().min(1),
  z.string().nullable(),
  z.number().int().positive(),
]);

/**
 * A link that works without signing in: for one purpose, about one subject, until a moment. It is signed, not
 * stored; that it works once only, the command behind it sees to.
 */
export function signLink(link: NewLink): string {
  const { purpose, subject, personId, expiresAt } = link;
  const body = Buffer.from(
    JSON.stringify([purpose, subject, personId, Math.floor(expiresAt.getTime() / 1000)]),
  ).toString('base64url');
  return `${body}.${signatureOf(body)}`;
}

/** What a token says, if it is ours and for this purpose. @param now the database's clock, see `readLinkOf` */
export function readToken(purpose: LinkPurpose, token: string, now: Date): LinkReading {
  const [body = '', signature = '', ...rest] = token.length > 2000 ? [] : token.split('.');
  if (rest.length > 0 || !isSameDigest(signatureOf(body), signature)) return { state: 'unknown' };
  const [given, subject, personId, seconds] = payloadField.parse(
    JSON.parse(Buffer.from(body, 'base64url').toString('utf8')),
  );
  if (given !== purpose) return { state: 'unknown' };
  if (seconds * 1000 <= now.getTime()) return { state: 'expired' };
  return { state: 'open', subject, personId };
}

/** Who acts by an open link: within the rights that the person it was sent to has now. */
export function linkActor(purpose: LinkPurpose, link: { subject: string; personId: string | null }): Actor {
  return { kind: 'link', purpose, subject: link.subject, personId: link.personId };
}

function signatureOf(body: string): string {
  return Buffer.from(keyedHash('link', body), 'hex').toString('base64url');
}

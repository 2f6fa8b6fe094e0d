import { digestOf } from '#lib/platform/digest.ts';

/** Verb of the audit trail for having read the matches of one's city. */
export const SEEN = 'match.see';
/** The one for having opened the brief of an exchange to print it. */
export const BRIEF_SEEN = 'brief.see';
/** The one for having removed everything that the desks wrote. */
export const START_AGAIN = 'trial.start-again';

/** The same command id for the same session and subject, so that what was noted once is not noted again. */
export function onceId(sessionId: string, subject: string): string {
  const hex = digestOf([sessionId, subject]);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

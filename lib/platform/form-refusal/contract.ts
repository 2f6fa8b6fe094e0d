export type RefusalWords = { title: string; detail: string };

const MARK = 'saling-refusal:';

/** A refusal for a form that scripts sent: Next hands plain text on as the message of what its action throws. */
export const writeRefusal = ({ title, detail }: RefusalWords): string =>
  `${MARK}${JSON.stringify({ title, detail })}`;

/** What the server said of a form that it did not take; null where no answer came. */
export function readRefusal(error: unknown): RefusalWords | null {
  if (!(error instanceof Error) || !error.message.startsWith(MARK)) return null;
  return JSON.parse(error.message.slice(MARK.length));
}

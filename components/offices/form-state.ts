/** What a form shows after an attempt: what was written, what is wrong with it, what went wrong beside it. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  failure: { title: string; detail: string } | null;
  /** What somebody else wrote meanwhile, to be read beside what was typed. */
  newer?: { label: string; text: string }[];
  /** Hidden fields that have changed since the form was written. */
  hidden?: Record<string, string>;
};

export const UNTRIED: FormState = { values: {}, errors: {}, failure: null };

/** A field of a sent form as text, of several with one name all with blanks between; empty where it is missing. */
export function allOf(data: FormData, name: string): string {
  return data
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .join(' ');
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * One field of a form, in words of the reader's language. `value`: what stands there before an attempt; of `checks`
 * the checked ones with blanks between, of `dates` first and last day of each stretch in turn.
 */
export type FieldSpec = {
  kind:
    | 'text'
    | 'email'
    | 'date'
    | 'time'
    | 'area'
    | 'select'
    | 'check'
    | 'file'
    | 'radios'
    | 'checks'
    | 'dates';
  name: string;
  label: string;
  hint?: string | undefined;
  value?: string | undefined;
  options?: { value: string; label: string; hint?: string }[];
  /** What unfolds the further stretches of `dates`. */
  more?: string;
  autoComplete?: string;
  rows?: number;
  accept?: string;
  /** Of a file: most bytes, and what is said of one that has more, before it is sent in vain. */
  most?: { bytes: number; words: string };
};

export type FormWords = {
  send: string;
  errors: string;
  cancel?: string;
  /** No answer came: what was written stays. */
  unreachable: { title: string; detail: string };
};

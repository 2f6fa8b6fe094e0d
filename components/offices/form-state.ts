/** What a form shows after an attempt: what was written, what is wrong with it, what went wrong beside it. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  failure: { title: string; detail: string } | null;
};

export const UNTRIED: FormState = { values: {}, errors: {}, failure: null };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** One field of a form, in words of the reader's language. `value`: what stands there before an attempt. */
export type FieldSpec = {
  kind: 'text' | 'email' | 'date' | 'area' | 'select' | 'check' | 'file';
  name: string;
  label: string;
  hint?: string | undefined;
  value?: string | undefined;
  options?: { value: string; label: string }[];
  autoComplete?: string;
  rows?: number;
  accept?: string;
};

export type FormWords = {
  send: string;
  errors: string;
  cancel?: string;
  /** No answer came: what was written stays. */
  unreachable: { title: string; detail: string };
};

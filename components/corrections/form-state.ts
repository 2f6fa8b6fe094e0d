import { type CorrectableKind, isCorrectableKind } from './address.ts';

export const FIELDS = ['wish', 'message', 'office', 'email'] as const;
export type FieldName = (typeof FIELDS)[number];
export type Values = Record<FieldName, string>;

/** What the form shows after an attempt: what was written, what is wrong with it, what went wrong beside it. */
export type FormState = {
  values: Values;
  errors: Partial<Record<FieldName, string>>;
  failure: { title: string; detail: string } | null;
};

export const EMPTY: FormState = {
  values: { wish: 'correction', message: '', office: '', email: '' },
  errors: {},
  failure: null,
};

export type Sent = { kind: CorrectableKind; id: string; commandId: string; values: Values };

/** Reads a sent form; null when it was not sent by this form. */
export function readSent(data: FormData): Sent | null {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const kind = text('kind');
  if (!isCorrectableKind(kind)) return null;
  return {
    kind,
    id: text('id'),
    commandId: text('commandId'),
    values: { wish: text('wish'), message: text('message'), office: text('office'), email: text('email') },
  };
}

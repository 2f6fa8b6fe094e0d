import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Words } from '#i18n/words.ts';
import type { PaperKind } from '#lib/carrying-out/contract.ts';

/** What one item of each paper consists of, in the order of its form. */
export const PAPER_FIELDS = {
  programme: ['on', 'from', 'until', 'what', 'where'],
  recommendations: ['text'],
  'action-plan': ['action', 'owner', 'cost', 'on', 'indicator'],
} as const satisfies Record<PaperKind, readonly string[]>;

const KINDS: Record<string, FieldSpec['kind']> = { on: 'date', from: 'time', until: 'time', text: 'area' };

/** An item as a hidden field holds it, to be found again among those that stand there then. */
export const textOfItem = (item: Record<string, string>): string =>
  JSON.stringify(Object.entries(item).sort());

export function paperFields(t: Words, kind: PaperKind, item: Record<string, string>): FieldSpec[] {
  return PAPER_FIELDS[kind].map((name) => ({
    kind: KINDS[name] ?? 'text',
    name,
    label: t(`${kind}.field.${name}`),
    hint: t.has(`${kind}.hint.${name}`) ? t(`${kind}.hint.${name}`) : undefined,
    value: item[name] ?? '',
    rows: 3,
  }));
}

export function clearanceFields(t: Words, of?: { what: string; dueOn: string }): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'what',
      label: t('clearances.field.what'),
      hint: t('clearances.hint.what'),
      value: of?.what ?? '',
    },
    { kind: 'date', name: 'dueOn', label: t('clearances.field.dueOn'), value: of?.dueOn ?? '' },
  ];
}

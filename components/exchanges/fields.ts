import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Words } from '#i18n/words.ts';
import { type BriefContent, EXCHANGE_SIZES, OUTCOMES } from '#lib/exchanges/contract.ts';

/** Most stretches of days that one request names. */
export const MOST_STRETCHES = 5;
const BRIEF_PARTS = [
  'scope',
  'questions',
  'people',
  'interpreter',
  'costs',
] as const satisfies readonly (keyof BriefContent)[];

export { BRIEF_PARTS };

/** First and last day of up to five stretches. */
export function datesField(t: Words, value?: string): FieldSpec {
  return {
    kind: 'dates',
    name: 'dates',
    label: t('field.dates.label'),
    hint: t('field.dates.hint'),
    more: t('field.dates.more'),
    value,
    options: Array.from({ length: MOST_STRETCHES }, (_, place) => place + 1).flatMap((number) => [
      { value: `from-${number}`, label: t('field.dates.from', { number }) },
      { value: `to-${number}`, label: t('field.dates.to', { number }) },
    ]),
  };
}

export type AskValues = { size: string; question: string; offer: string; languages: string };

/** What a city asks of another: small on purpose. */
export function askFields(
  t: Words,
  words: Words,
  other: string,
  values: AskValues,
  languages: string[],
): FieldSpec[] {
  return [
    {
      kind: 'radios',
      name: 'size',
      label: t('field.size.label'),
      hint: t('field.size.hint'),
      value: values.size,
      options: EXCHANGE_SIZES.map((size) => ({
        value: size,
        label: t(`size.${size}`),
        hint: t(`sizeHint.${size}`),
      })),
    },
    {
      kind: 'area',
      name: 'question',
      label: t('field.question.label', { other }),
      hint: t('field.question.hint'),
      value: values.question,
      rows: 5,
    },
    {
      kind: 'area',
      name: 'offer',
      label: t('field.offer.label', { other }),
      hint: t('field.offer.hint'),
      value: values.offer,
      rows: 3,
    },
    {
      kind: 'checks',
      name: 'languages',
      label: t('field.languages.label'),
      hint: t('field.languages.hint'),
      value: values.languages,
      options: languages.map((code) => ({
        value: code,
        label: words.has(`languageName.${code}`) ? words(`languageName.${code}`) : code,
      })),
    },
    datesField(t),
  ];
}

export function briefFields(t: Words, content: BriefContent | undefined): FieldSpec[] {
  return BRIEF_PARTS.map((name) => ({
    kind: 'area',
    name,
    label: t(`brief.part.${name}`),
    hint: t(`brief.hint.${name}`),
    value: content?.[name] ?? '',
    rows: name === 'scope' || name === 'questions' ? 4 : 2,
  }));
}

/** Two minutes: one choice, the rest as far as there is something to say. */
export function outcomeFields(t: Words, other: string): FieldSpec[] {
  const area = (name: 'changed' | 'hard'): FieldSpec => ({
    kind: 'area',
    name,
    label: t(`field.${name}.label`),
    hint: t(`field.${name}.hint`),
    rows: 3,
  });
  const line = (name: 'indicator' | 'baseline' | 'value'): FieldSpec => ({
    kind: 'text',
    name,
    label: t(`field.${name}.label`),
    hint: t(`field.${name}.hint`),
  });
  return [
    {
      kind: 'radios',
      name: 'outcome',
      label: t('field.outcome.label'),
      options: OUTCOMES.map((outcome) => ({
        value: outcome,
        label: t(`outcome.word.${outcome}`),
        hint: t(`outcome.hint.${outcome}`),
      })),
    },
    area('changed'),
    ...(['indicator', 'baseline', 'value'] as const).map(line),
    area('hard'),
    {
      kind: 'check',
      name: 'isShown',
      label: t('field.isShown.label'),
      hint: t('field.isShown.hint', { other }),
    },
  ];
}

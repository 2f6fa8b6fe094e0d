import { useTranslations } from '#i18n/words.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import type { FieldView } from './fields.tsx';
import type { FieldSpec, Step } from './steps.ts';

/** Fields of a step in the reader's language. Topics that the text speaks of come first and say so. */
export function useFieldViews(kind: DraftKind, topics: readonly Topic[], suggested: readonly string[]) {
  const t = useTranslations('writing');
  const v = useTranslations('vocabulary');
  const hintOf = (name: string): string | undefined => {
    const key = `field.${kind}.${name}.hint`;
    return t.has(key) ? t(key) : undefined;
  };
  const languages = (values: readonly string[]) =>
    values
      .map((value) => ({ value, label: v(`languageName.${value}`) }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  const options = (name: string, values: readonly string[]) => {
    if (name === 'evidence') return values.map((value) => ({ value, label: v(`evidence.${value}`) }));
    return values.map((value) => ({ value, label: t(`option.${name}.${value === '' ? 'none' : value}`) }));
  };
  const topicOptions = () => {
    const inText = suggested.flatMap((code) => topics.find((topic) => topic.code === code) ?? []);
    const others = topics.filter((topic) => !suggested.includes(topic.code));
    return [...inText, ...others].map((topic) => ({
      value: topic.code,
      label: topic.label.text,
      ...(suggested.includes(topic.code) ? { hint: t('inYourText') } : {}),
    }));
  };
  const view = (field: FieldSpec): FieldView | [] => {
    const { name } = field;
    const words = { name, label: t(`field.${kind}.${name}.label`), hint: hintOf(name) };
    switch (field.as) {
      case 'files':
        return [];
      case 'topics':
        return { ...words, as: 'check', options: topicOptions() };
      case 'language':
        return { ...words, as: 'select', options: languages(field.values) };
      case 'check':
        return {
          ...words,
          as: 'check',
          options: name === 'spokenLanguages' ? languages(field.values) : options(name, field.values),
        };
      case 'radio':
        return { ...words, as: 'radio', options: options(name, field.values) };
      case 'area':
        return { ...words, as: 'area', rows: field.rows, maxLength: field.maxLength };
      default:
        return { ...words, as: field.as, maxLength: field.maxLength };
    }
  };
  return (step: Step): FieldView[] => step.fields.flatMap(view);
}

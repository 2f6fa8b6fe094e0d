import type { Explanation } from '#app/request/problem.ts';
import { getTranslations } from '#i18n/words.ts';

/** One sentence for each wrong field, by the field's name. */
export async function explainFields(explained: Explanation): Promise<Record<string, string>> {
  const t = await getTranslations('writing.error');
  const errors: Record<string, string> = {};
  for (const { pointer, code, detail } of explained.errors) {
    const field = pointer.split('/')[1] ?? '';
    const key = `${field}.${code}`;
    if (field !== '') errors[field] ??= t.has(key) ? t(key) : detail;
  }
  return errors;
}

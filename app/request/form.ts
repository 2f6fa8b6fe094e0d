import { redirect } from 'next/navigation';
import { allOf, type FormState, type FormWords } from '#components/offices/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { readerContext } from './context.ts';
import { explainError } from './problem.ts';

/** Where the words of wrong fields and refusals stand. */
type FormNamespace = 'offices' | 'exchanges' | 'carrying';

/** A field of a sent form as text; empty where it is missing or a file. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * Runs what a form asks for and goes on to the path that `run` names; else the form again, with all that was
 * written and what is wrong with it.
 */
export async function runForm(
  data: FormData,
  names: readonly string[],
  run: (context: Context, commandId: string, values: Record<string, string>) => Promise<string>,
  words: FormNamespace = 'offices',
): Promise<FormState> {
  const values = Object.fromEntries(names.map((name) => [name, allOf(data, name)]));
  const context = await readerContext();
  let next: string;
  try {
    next = await run(context, textOf(data, 'commandId'), values);
  } catch (error) {
    return refused(error, context, values, words);
  }
  return redirect(next);
}

/** Words of a wrong field: of that very field, of the code, or what every form says. */
async function refused(
  error: unknown,
  context: Context,
  values: Record<string, string>,
  words: FormNamespace,
): Promise<FormState> {
  const t = await getTranslations(words);
  const explained = explainError(error, context.language);
  const errors: FormState['errors'] = {};
  for (const { pointer, code, detail } of explained.errors) {
    const name = pointer.split('/')[1] ?? '';
    if (values[name] === undefined) continue;
    const key = [`wrong.${name}`, `wrong.${code}`].find((one) => t.has(one));
    errors[name] ??= key === undefined ? detail : t(key);
  }
  if (Object.keys(errors).length > 0) return { values, errors, failure: null };
  return { values, errors, failure: await explainRefusal(error, context, words) };
}

/** A refusal in words; of a conflict that names its reason, what to do about it. */
export async function explainRefusal(
  error: unknown,
  context: Context,
  words: FormNamespace = 'offices',
): Promise<{ title: string; detail: string }> {
  const t = await getTranslations(words);
  const reason = reasonOf(error);
  const { title, detail } = explainError(error, context.language);
  return t.has(`refused.${reason}`)
    ? { title: (await getTranslations('offices'))('refusedTitle'), detail: t(`refused.${reason}`) }
    : { title, detail };
}

/** The short name of a refusal, for an address: `held`, `no-letter`, `not-allowed`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof SalingError)) throw error;
  const { reason } = error.params;
  return typeof reason === 'string' ? reason : error.code;
}

/** The words that every form shares. */
export async function formWords(send: string, cancel?: string): Promise<FormWords> {
  const t = await getTranslations('offices');
  return {
    send,
    ...(cancel === undefined ? {} : { cancel }),
    errors: t('errors'),
    unreachable: { title: t('unreachable.title'), detail: t('unreachable.detail') },
  };
}

/** A parameter of an address that is given once; of several the first. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

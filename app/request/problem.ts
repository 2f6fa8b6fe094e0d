import { createTranslator } from 'use-intl/core';
import { type ErrorCode, type FieldProblem, SalingError } from '#lib/core/errors.ts';
import type { InterfaceLanguage } from '#lib/platform/language.ts';
import en from '#messages/en/problems.json' with { type: 'json' };
import id from '#messages/id/problems.json' with { type: 'json' };

const translators = {
  en: createTranslator({ locale: 'en', messages: en }),
  id: createTranslator({ locale: 'id', messages: id }),
};

/** What a page or an answer says about one wrong field. `pointer` is a JSON pointer into the input. */
export type ExplainedField = FieldProblem & { detail: string };

/** A refusal in the reader's language. Pages show title and detail; the API adds what RFC 9457 asks for. */
export type Explanation = {
  code: ErrorCode;
  status: number;
  title: string;
  detail: string;
  params: Record<string, string | number>;
  errors: ExplainedField[];
};

/** Any error that the core can throw, in words. What is not a SalingError is `internal` and keeps its cause inside. */
export function explainError(error: unknown, language: InterfaceLanguage): Explanation {
  const known = error instanceof SalingError ? error : new SalingError('internal');
  const t = translators[language];
  return {
    code: known.code,
    status: statusOf(known.code),
    title: t(`${known.code}.title`),
    detail: t(`${known.code}.detail`),
    params: known.params,
    errors: known.errors.map((problem) => ({ ...problem, detail: explainField(problem, language) })),
  };
}

/** The refusal of a method, which only HTTP knows: the core has no such code. */
export function explainMethod(allow: string, language: InterfaceLanguage): { title: string; detail: string } {
  const t = translators[language];
  return { title: t('method-not-allowed.title'), detail: t('method-not-allowed.detail', { allow }) };
}

/** One sentence about a wrong field, to stand beside it. */
export function explainField(problem: FieldProblem, language: InterfaceLanguage): string {
  const t = translators[language];
  switch (problem.code) {
    case 'too-small':
      return typeof problem.params?.minimum === 'number'
        ? t('field.too-small-limit', { minimum: problem.params.minimum })
        : t('field.too-small');
    case 'too-big':
      return typeof problem.params?.maximum === 'number'
        ? t('field.too-big-limit', { maximum: problem.params.maximum })
        : t('field.too-big');
    case 'required':
    case 'wrong-type':
    case 'unknown-value':
    case 'unknown-field':
    case 'repeated':
    case 'wrong-address':
    case 'empty':
    case 'unknown-type':
    case 'too-many-pixels':
    case 'broken':
    case 'too-large':
      return t(`field.${problem.code}`);
    default:
      return t('field.wrong-value');
  }
}

function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'invalid':
      return 400;
    case 'not-signed-in':
      return 401;
    case 'not-allowed':
      return 403;
    case 'not-found':
      return 404;
    case 'conflict':
      return 409;
    case 'too-many':
      return 429;
    case 'unavailable':
      return 503;
    case 'internal':
      return 500;
  }
}

import type { z } from 'zod';
import { type FieldProblem, SalingError } from './errors.ts';

/** Parses the input once. @throws SalingError `invalid` with a JSON pointer and a code for every wrong field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new SalingError('invalid', { errors: result.error.issues.flatMap(fieldProblems) });
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'invalid_union') {
    return closestBranch(issue.errors).flatMap((inner) =>
      fieldProblems({ ...inner, path: [...issue.path, ...inner.path] }),
    );
  }
  const pointer = toPointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer + toPointer([key]), code: 'unknown-field' }));
  }
  return [{ pointer, code: fieldCode(issue), ...limits(issue) }];
}

const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Of "one value or several", the branch that the input was meant for: what is wrong there is what to say. */
function closestBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const isMeant = (branch: z.core.$ZodIssue[]) =>
    branch.every((issue) => issue.code !== 'invalid_type' || issue.path.length > 0);
  return branches.find(isMeant) ?? branches.at(-1) ?? [];
}

function fieldCode(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? 'required' : 'too-small';
    case 'too_big':
      return 'too-big';
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong-type';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'unknown-value';
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'wrong-value';
    default:
      return 'wrong-value';
  }
}

function limits(issue: z.core.$ZodIssue): { params: Record<string, number> } | Record<string, never> {
  if (issue.code === 'too_small') return { params: { minimum: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { params: { maximum: Number(issue.maximum) } };
  return {};
}

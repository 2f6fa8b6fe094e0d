import { z } from 'zod';

/** One address of the API. The same row is what the route obeys and what the OpenAPI document says. */
export type Endpoint<Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> = {
  /** Below /api/v1, parts in braces as OpenAPI writes them. */
  path: `/${string}`;
  operationId: string;
  summary: string;
  description?: string;
  /** The core's own input schema, so that a filter added there is known here; parts of the path included. */
  input: Input;
  /** Nothing that is not in this schema leaves. */
  answer: Answer;
  /** Anyone may have it, from any site; else only on the trial copy, never cached, never across sites. */
  isPublic: boolean;
};

/** Keeps the exact types of a row of the table. */
export function defineEndpoint<Input extends z.ZodObject, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
): Endpoint<Input, Answer> {
  return endpoint;
}

/** Names of the parts of the path: `/cities/{slug}` has `slug`. */
export function pathParts(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** The document about all others; not in their table because it is made from it. */
export const openApiEndpoint = defineEndpoint({
  path: '/openapi.json',
  operationId: 'getOpenApi',
  summary: 'This document',
  input: z.object({}),
  answer: z.record(z.string(), z.unknown()),
  isPublic: true,
});

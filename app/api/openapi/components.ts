import { z } from 'zod';
import { cityCardSchema, cityRefSchema, citySchema } from '#lib/cities/contract.ts';
import { ERROR_CODES } from '#lib/core/errors.ts';
import { searchHitSchema } from '#lib/discovery/contract.ts';
import {
  coverSchema,
  directionSchema,
  matchSchema,
  passageSchema,
  reasonSchema,
} from '#lib/matching/contract.ts';
import { needSchema } from '#lib/needs/contract.ts';
import { localTextSchema, sourceSchema } from '#lib/platform/fields.ts';
import { piecesSchema, practiceCardSchema, practiceSchema } from '#lib/practices/contract.ts';
import { topicSchema } from '#lib/topics/contract.ts';
import { endpoints } from './endpoints.ts';

const scalars = z.record(z.string(), z.union([z.string(), z.number()]));

/** Refusals that only HTTP knows: of a method, an address, a length, and while the server starts. */
const HTTP_CODES = [
  'method-not-allowed',
  'bad-request',
  'length-required',
  'too-large',
  'too-long',
  'starting',
] as const;

/** RFC 9457, with the code that a program reads and the sentences that a person reads. */
export const problemSchema = z.object({
  type: z.string().describe('urn:saling:problem: and the code'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().describe('number of the request, the same as in the header x-request-id'),
  code: z.enum([...ERROR_CODES, ...HTTP_CODES]),
  params: scalars,
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer to the parameter, for example /limit or /topic/1'),
        code: z.string(),
        params: scalars.optional(),
        detail: z.string(),
      }),
    )
    .describe('every value that cannot be used; only with the code invalid'),
});

const named = {
  LocalText: localTextSchema,
  Source: sourceSchema,
  Pieces: piecesSchema,
  CityRef: cityRefSchema,
  CityCard: cityCardSchema,
  City: citySchema,
  Topic: topicSchema,
  PracticeCard: practiceCardSchema,
  Practice: practiceSchema,
  Need: needSchema,
  SearchHit: searchHitSchema,
  Reason: reasonSchema,
  Passage: passageSchema,
  Cover: coverSchema,
  Direction: directionSchema,
  Match: matchSchema,
  Problem: problemSchema,
};

/** Where a schema of the API stands in the document. */
export function schemaUri(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Name of an answer that has no name of its own: `listCities` answers a `ListCitiesAnswer`. */
function answerName(operationId: string): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Answer`;
}

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
for (const { answer, operationId } of Object.values(endpoints)) {
  if (!registry.has(answer)) registry.add(answer, { id: answerName(operationId) });
}

/** The address of a schema that the document names. */
export function uriOf(schema: z.ZodType): string {
  const id = registry.get(schema)?.id;
  if (id === undefined) throw new Error('This schema has no name in the document.');
  return schemaUri(id);
}

/**
 * All schemas by name. Unlike Zod's own output they leave room for new fields, so that a reader who checks
 * answers is not broken by the next one.
 */
export function componentSchemas(): Record<string, z.core.JSONSchema.BaseSchema> {
  const { schemas } = z.toJSONSchema(registry, {
    uri: schemaUri,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas;
}

import type { ErrorCode } from '#lib/core/errors.ts';
import { componentSchemas, problemSchema, uriOf } from './components.ts';
import { type Endpoint, openApiEndpoint, pathParts } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { parametersOf } from './parameters.ts';

type Json = Record<string, unknown>;

const DESCRIPTION = `Practices and needs of local governments of ASEAN, compiled from public sources: nothing here is a statement of a city. Not an official API of ASEAN, AGMF or MGMAC.

Lists are \`{ items, next }\`; give \`next\` as \`cursor\` with the same filters to read on, until it is null. A parameter that an address does not know, or one given twice that can be given once only, is refused (400): a typing error should not silently widen an answer. Answers have an ETag; send it as If-None-Match. Every error is problem JSON (RFC 9457). A parameter that is given must say something: an empty one is refused. Names of records are lower case and have one address: any other case, a further slash or an escaped one is not found (404), a slash at the end is redirected (308). Every address is read with GET or HEAD; OPTIONS says so, other methods are refused (405, \`Allow\`). Answers are JSON whatever \`Accept\` says. New fields may appear in answers at any time.`;

/** The OpenAPI 3.1 document of the API, made from the same schemas that the routes obey. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Saling',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [],
    paths: paths(),
    components: { schemas: componentSchemas(), responses: problemResponses() },
  };
}

function paths(): Json {
  const own = Object.values(endpoints).map((endpoint) => [endpoint.path, { get: operation(endpoint) }]);
  return { ...Object.fromEntries(own), [openApiEndpoint.path]: { get: documentOperation() } };
}

function operation(endpoint: Endpoint): Json {
  const hasParts = pathParts(endpoint.path).length > 0;
  const codes: ErrorCode[] = ['invalid', ...(hasParts ? (['not-found'] as const) : [])];
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    parameters: parametersOf(endpoint),
    responses: {
      200: {
        description: 'The answer',
        headers: endpoint.isPublic ? { ETag: { schema: { type: 'string' } } } : {},
        content: { 'application/json': { schema: { $ref: uriOf(endpoint.answer) } } },
      },
      ...(endpoint.isPublic ? { 304: { description: 'Unchanged since the ETag that was sent' } } : {}),
      ...Object.fromEntries(codes.map((code) => [STATUS[code], { $ref: `#/components/responses/${code}` }])),
      503: { $ref: '#/components/responses/unavailable' },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

const STATUS: Partial<Record<ErrorCode, number>> = { invalid: 400, 'not-found': 404 };

function documentOperation(): Json {
  return {
    operationId: openApiEndpoint.operationId,
    summary: openApiEndpoint.summary,
    responses: {
      200: {
        description: 'An OpenAPI 3.1 document',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  };
}

function problemResponses(): Json {
  const content = { 'application/problem+json': { schema: { $ref: uriOf(problemSchema) } } };
  return {
    invalid: { description: 'Parameters that cannot be used, each named in `errors`', content },
    'not-found': { description: 'Nothing public is stored under this address', content },
    unavailable: {
      description: 'A part of the system does not answer; ask again later',
      headers: { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } },
      content,
    },
    problem: { description: 'Any other error', content },
  };
}

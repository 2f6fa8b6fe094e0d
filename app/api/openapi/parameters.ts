import { z } from 'zod';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import { type Endpoint, pathParts } from './endpoint.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
export type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
};

const DESCRIPTIONS: Record<string, string> = {
  slug: 'Readable name of a local government, for example `surabaya`',
  id: 'Readable key of the record, as lists give it',
  code: 'Code of a topic, as `/topics` gives it',
  q: 'Words or a whole problem, in any language; blanks alone are refused',
  city: 'Slug of a local government',
  topic: 'Code of a topic',
  country: 'ISO 3166-1 code of an ASEAN country',
  sdg: 'Number of a Sustainable Development Goal',
  pillar: 'Pillar of the ASEAN Community Vision 2045, or `identity`',
  commitment: 'Number of a commitment of the Kuala Lumpur Sustainable Declaration',
  evidence: 'Kind of evidence',
  kind: 'Kind of local government',
  'searchAll.kind': 'Kind of record',
  forum: 'Forum that the local government belongs to',
  coast: 'Whether it lies at the sea',
  size: 'Band of residents',
  year: 'Span of years in which the practice started',
  mode: '`exchange`: both learn; `learn-from`: this one learns',
  limit: 'Most items of one answer',
  cursor:
    '`next` of the page before, with the same filters; a position only: what was not given as `next` is refused',
};

const LANGUAGE: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  description:
    'Language of the texts where there is a translation; without it, that of Accept-Language. Every other one is ' +
    'refused, languages of the region, too: words to look for may be in any',
  schema: { type: 'string', enum: [...INTERFACE_LANGUAGES] },
};

/** Path and query of an endpoint, as its input schema has them, and the language that every endpoint takes. */
export function parametersOf(endpoint: Endpoint): Parameter[] {
  const input = z.toJSONSchema(endpoint.input, { io: 'input' });
  const parts = pathParts(endpoint.path);
  const own = Object.entries(input.properties ?? {}).map(([name, schema]): Parameter => {
    const isPart = parts.includes(name);
    const description = DESCRIPTIONS[`${endpoint.operationId}.${name}`] ?? DESCRIPTIONS[name];
    return {
      name,
      in: isPart ? 'path' : 'query',
      required: isPart || (input.required ?? []).includes(name),
      ...(description === undefined ? {} : { description }),
      schema: severalOf(typeof schema === 'boolean' ? {} : schema),
    };
  });
  return [...own, LANGUAGE];
}

/** "One value or several" is, in an address, simply a parameter that may be repeated. */
function severalOf(schema: JsonSchema): JsonSchema {
  const list = schema.anyOf?.find((branch) => branch.type === 'array');
  return list ?? schema;
}

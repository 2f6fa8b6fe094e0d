import { z } from 'zod';
import {
  COUNTRIES,
  countryField,
  cursorField,
  limitField,
  localTextSchema,
  pageSchema,
  queryField,
  slugField,
  someOf,
} from '#lib/platform/fields.ts';

export const CITY_KINDS = ['city', 'municipality', 'province', 'regency', 'special-region'] as const;
export const FORUMS = ['AGMF', 'MGMAC'] as const;
/** Bands of residents. Lower bounds belong to the band. `unknown`: no figure on record. */
export const SIZE_BANDS = ['under-100k', '100k-500k', '500k-1m', '1m-5m', 'over-5m', 'unknown'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];
export const COASTS = ['coastal', 'inland', 'unknown'] as const;
/** What the library holds of a city: open circle, filled circle, both, nothing yet. */
export const CITY_ROLES = ['needs', 'practices', 'both', 'nothing'] as const;
export type CityRole = (typeof CITY_ROLES)[number];

export const cityRefSchema = z.object({
  slug: z.string(),
  name: z.string(),
  localName: z.object({ text: z.string(), language: z.string() }).nullable(),
  country: z.enum(COUNTRIES),
  formerSince: z.string().nullable().describe('ISO date on which it ceased to be a local government'),
});
export type CityRef = z.infer<typeof cityRefSchema>;

export const cityCardSchema = cityRefSchema.extend({
  kind: z.enum(CITY_KINDS),
  role: z.enum(CITY_ROLES),
  needCount: z.number(),
  practiceCount: z.number(),
  isCapital: z.boolean(),
  latitude: z.number(),
  longitude: z.number(),
  sizeBand: z.enum(SIZE_BANDS),
  coast: z.enum(COASTS),
});
export type CityCard = z.infer<typeof cityCardSchema>;

/** Where a city lies. */
export type CityPlace = Pick<CityCard, 'slug' | 'latitude' | 'longitude'>;

/** `past-host` says only what it says; `to-be-confirmed` is what nobody has answered yet. */
export const MEMBERSHIP_STATUSES = ['member', 'observer', 'past-host', 'to-be-confirmed'] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const membershipSchema = z.object({
  forum: z.enum(FORUMS),
  status: z.enum(MEMBERSHIP_STATUSES),
  since: z.string().nullable(),
  sourceUrl: z.string().nullable(),
});

/** Facts that a city can state of itself, in the order in which its page shows them. */
export const FACT_KEYS = ['population', 'area', 'coast', 'languages', 'waste', 'visitors'] as const;
export type FactKey = (typeof FACT_KEYS)[number];
/** `unsaid`: the city has taken back what it said, so that what was compiled counts again. */
export const FACT_STATES = ['stated', 'removed', 'unsaid'] as const;
export type FactValue = number | string | string[];
/** What a writer has typed, whether it is right or not. */
export type FactContent = { value: string[]; year: string; sourceTitle: string; sourceUrl: string };

/** How a fact is given. Numbers have a unit and need a year and a source. */
export const FACT_FORMS = {
  population: { as: 'number', unit: 'residents', isWhole: true, max: 100_000_000 },
  area: { as: 'number', unit: 'km2', isWhole: false, max: 1_000_000 },
  coast: { as: 'one', unit: null, values: ['coastal', 'inland'] },
  languages: {
    as: 'some',
    unit: null,
    values: ['en', 'fil', 'id', 'km', 'lo', 'ms', 'my', 'pt', 'ta', 'tet', 'th', 'vi', 'zh'],
  },
  waste: { as: 'number', unit: 'tonnes-a-day', isWhole: false, max: 1_000_000 },
  visitors: { as: 'one', unit: null, values: ['yes', 'no'] },
} as const satisfies Record<
  FactKey,
  | { as: 'number'; unit: string; isWhole: boolean; max: number }
  | { as: 'one' | 'some'; unit: null; values: readonly string[] }
>;

export const cityFactSchema = z.object({
  key: z.enum(FACT_KEYS),
  value: z.union([z.number(), z.string(), z.array(z.string())]),
  unit: z.enum(['residents', 'km2', 'tonnes-a-day']).nullable(),
  year: z.number().nullable(),
  source: z.object({ title: z.string().nullable(), url: z.string().nullable() }).nullable(),
  origin: z.enum(['compiled', 'city']).describe('`city`: the city states it itself'),
  confirmedAt: z.string().nullable(),
});
export type CityFact = z.infer<typeof cityFactSchema>;

const emptyIsNone = z
  .string()
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();
/** What a secretariat has on record of one city. */
export type ForumMembership = z.infer<typeof membershipSchema> & { city: CityRef };

export const setMembershipInput = z.object({
  slug: slugField,
  forum: z.enum(FORUMS),
  status: z.enum(MEMBERSHIP_STATUSES),
  since: emptyIsNone.pipe(z.iso.date().optional()),
  sourceUrl: emptyIsNone.pipe(
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  ),
});

/** Whose last word in which forum is to be taken back. */
export const undoMembershipInput = setMembershipInput.pick({ slug: true, forum: true });

export const citySchema = cityCardSchema.extend({
  population: z
    .object({ value: z.number(), year: z.number().nullable(), source: z.string().nullable() })
    .nullable(),
  facts: z.array(cityFactSchema).describe('What is known of the city; what it took away is absent'),
  timeZone: z.string().describe('IANA'),
  languages: z.array(z.string()),
  smartCitiesPhase: z.string().nullable(),
  forums: z.array(membershipSchema),
  forumsNote: localTextSchema.nullable(),
  coordinatesNote: localTextSchema.nullable(),
  formerNote: localTextSchema.nullable(),
  sources: z.array(z.string()),
  origin: z.enum(['compiled', 'city']).describe('`city`: nothing compiled is left among the facts'),
  confirmedAt: z.string().nullable(),
  compiledOn: z
    .string()
    .nullable()
    .describe('ISO date on which the data files were compiled; null for what a city wrote'),
  version: z.number(),
});
export type City = z.infer<typeof citySchema>;

export const facetSchema = z.array(z.object({ value: z.string(), count: z.number() }));
export type Facet = z.infer<typeof facetSchema>;

export const cityListSchema = pageSchema(cityCardSchema);
/** The list as a page shows it: with the number of all that fit and what each further filter would leave. */
export type CityList = z.infer<typeof cityListSchema> & {
  total: number;
  facets: { country: Facet; kind: Facet; forum: Facet; topic: Facet; coast: Facet; size: Facet };
};

export const listCitiesInput = z.object({
  q: queryField.optional(),
  country: someOf(countryField),
  kind: someOf(z.enum(CITY_KINDS)),
  forum: someOf(z.enum(FORUMS)),
  topic: someOf(z.string().max(80)),
  coast: someOf(z.enum(COASTS)),
  size: someOf(z.enum(SIZE_BANDS)),
  limit: limitField.default(20),
  cursor: cursorField,
});
export const listMapInput = z.object({}).optional();
export const getCityInput = z.object({ slug: slugField });
export const similarCitiesInput = z.object({ slug: slugField, limit: limitField.default(6) });

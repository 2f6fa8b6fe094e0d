import { z } from 'zod';
import { cityListSchema, citySchema, getCityInput, listCitiesInput } from '#lib/cities/contract.ts';
import { searchInput, searchResultSchema } from '#lib/discovery/contract.ts';
import {
  answeringPracticesSchema,
  getMatchesInput,
  listPracticesForNeedInput,
  matchListSchema,
} from '#lib/matching/contract.ts';
import { getNeedInput, listNeedsInput, needListSchema, needSchema } from '#lib/needs/contract.ts';
import {
  getPracticeInput,
  listPracticesInput,
  practiceListSchema,
  practiceSchema,
} from '#lib/practices/contract.ts';
import { getTopicInput, topicListSchema, topicSchema } from '#lib/topics/contract.ts';
import { defineEndpoint } from './endpoint.ts';

/** Every address of the API that reads records. A route without a row here fails the test, and a row without a route. */
export const endpoints = {
  listCities: defineEndpoint({
    path: '/cities',
    operationId: 'listCities',
    summary: 'Local governments, in alphabetical order',
    description: 'Former local governments are listed too; `formerSince` says since when they are no more.',
    input: listCitiesInput,
    answer: cityListSchema.extend({ total: z.number() }),
    isPublic: true,
  }),
  getCity: defineEndpoint({
    path: '/cities/{slug}',
    operationId: 'getCity',
    summary: 'The profile of one local government',
    input: getCityInput,
    answer: citySchema,
    isPublic: true,
  }),
  getMatches: defineEndpoint({
    path: '/cities/{slug}/matches',
    operationId: 'getMatches',
    summary: 'Partner cities for one city, the best first, each with its reasons',
    description:
      'Answers only on a trial copy, asked from the computer on which it runs; elsewhere 404. ' +
      'Fewer matches than `limit`, or none, means that no other is close enough.',
    input: getMatchesInput,
    answer: matchListSchema,
    isPublic: false,
  }),
  listPractices: defineEndpoint({
    path: '/practices',
    operationId: 'listPractices',
    summary: 'Practices that fit a search and filters',
    description:
      'With `q` the best answers come first and the searched words are marked in `highlights`. ' +
      'Values of one filter widen the list, different filters narrow it.',
    input: listPracticesInput,
    answer: practiceListSchema,
    isPublic: true,
  }),
  getPractice: defineEndpoint({
    path: '/practices/{id}',
    operationId: 'getPractice',
    summary: 'One practice',
    input: getPracticeInput,
    answer: practiceSchema,
    isPublic: true,
  }),
  listNeeds: defineEndpoint({
    path: '/needs',
    operationId: 'listNeeds',
    summary: 'Needs that fit a search and filters',
    input: listNeedsInput,
    answer: needListSchema,
    isPublic: true,
  }),
  getNeed: defineEndpoint({
    path: '/needs/{id}',
    operationId: 'getNeed',
    summary: 'One need',
    input: getNeedInput,
    answer: needSchema,
    isPublic: true,
  }),
  listPracticesForNeed: defineEndpoint({
    path: '/needs/{id}/practices',
    operationId: 'listPracticesForNeed',
    summary: 'Practices of other cities that answer a need, the best first, each with its reason',
    input: getNeedInput.extend({ limit: listPracticesForNeedInput.shape.limit }),
    answer: answeringPracticesSchema,
    isPublic: true,
  }),
  listTopics: defineEndpoint({
    path: '/topics',
    operationId: 'listTopics',
    summary: 'The controlled list of topics',
    input: z.object({}),
    answer: topicListSchema,
    isPublic: true,
  }),
  getTopic: defineEndpoint({
    path: '/topics/{code}',
    operationId: 'getTopic',
    summary: 'One topic',
    input: getTopicInput,
    answer: topicSchema,
    isPublic: true,
  }),
  searchAll: defineEndpoint({
    path: '/search',
    operationId: 'searchAll',
    summary: 'Practices, needs, cities and topics that answer a few words, in any language',
    input: searchInput,
    answer: searchResultSchema.extend({ topics: z.array(topicSchema) }),
    isPublic: true,
  }),
};

import { endpoints } from '#app/api/openapi/endpoints.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';
import { withKnownFilters } from '#app/api/respond/known-filters.ts';
import { listPractices } from '#lib/practices/queries.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  endpoints.listPractices,
  withKnownFilters(listPractices),
);

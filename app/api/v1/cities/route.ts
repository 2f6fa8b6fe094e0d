import { endpoints } from '#app/api/openapi/endpoints.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';
import { withKnownFilters } from '#app/api/respond/known-filters.ts';
import { listCities } from '#lib/cities/queries.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  endpoints.listCities,
  withKnownFilters(listCities),
);

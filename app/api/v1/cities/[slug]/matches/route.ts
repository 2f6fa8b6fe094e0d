import { endpoints } from '#app/api/openapi/endpoints.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';
import { getMatches } from '#lib/matching/queries.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(endpoints.getMatches, getMatches);

import { endpoints } from '#app/api/openapi/endpoints.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';
import { searchAll } from '#lib/discovery/queries.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(endpoints.searchAll, searchAll);

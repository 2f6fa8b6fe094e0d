import { endpoints } from '#app/api/openapi/endpoints.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';
import { listPracticesForNeed } from '#lib/matching/queries.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  endpoints.listPracticesForNeed,
  (context, { id, ...rest }) => listPracticesForNeed(context, { needKey: id, ...rest }),
);

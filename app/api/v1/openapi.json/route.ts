import { openApiDocument } from '#app/api/openapi/document.ts';
import { openApiEndpoint } from '#app/api/openapi/endpoint.ts';
import { apiRoute } from '#app/api/respond/api-route.ts';

const document = openApiDocument();

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  openApiEndpoint,
  async () => document,
);

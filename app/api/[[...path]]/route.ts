import { unknownRoute } from '#app/api/respond/api-route.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = unknownRoute();

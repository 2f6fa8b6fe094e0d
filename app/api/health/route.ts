import { besidesReading } from '#app/api/respond/api-route.ts';
import { checkHealth } from './check.ts';

/** For probes and scripts: 200 while the database answers, 503 when it does not; always within two seconds. */
export async function GET(request: Request): Promise<Response> {
  const health = await checkHealth(request.headers.get('x-saling-self'));
  return Response.json(health, {
    status: health.database.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store', ...(health.database.ok ? {} : { 'retry-after': '5' }) },
  });
}

export const { OPTIONS, POST, PUT, PATCH, DELETE } = besidesReading(false);

import { readerContext, visitorContext } from '#app/request/context.ts';
import { csvResponse } from '#app/request/file-response.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { standingTable } from '#lib/exchanges/listing/standings.ts';
import { listStandings } from '#lib/exchanges/queries.ts';

/** What a secretariat sees of exchanges, as a file. */
export async function GET(request: Request): Promise<Response> {
  try {
    const standings = await listStandings(await readerContext(), {});
    return csvResponse(request, 'exchanges.csv', standingTable(standings));
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

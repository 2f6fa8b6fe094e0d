import { readerContext, visitorContext } from '#app/request/context.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { getMyData } from '#lib/identity/queries/account.ts';

/** Everything that is stored about the person who asks, as a file. */
export async function GET(request: Request): Promise<Response> {
  try {
    const data = await getMyData(await readerContext());
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="saling-about-me.json"',
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

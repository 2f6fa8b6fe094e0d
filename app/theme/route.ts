import { cookies, headers } from 'next/headers';
import { backTo, readTheme } from './theme.ts';

const A_YEAR = 60 * 60 * 24 * 365;

/** Keeps the reader's choice of light or dark (`?to=light|dark`; anything else forgets it) and goes back. */
export async function GET(request: Request): Promise<Response> {
  const theme = readTheme(new URL(request.url).searchParams.get('to'));
  const jar = await cookies();
  if (theme) jar.set('theme', theme, { path: '/', maxAge: A_YEAR, sameSite: 'lax', httpOnly: true });
  else jar.delete('theme');
  const sent = await headers();
  return new Response(null, {
    status: 303,
    headers: { location: backTo(sent.get('referer'), sent.get('host')), 'cache-control': 'no-store' },
  });
}

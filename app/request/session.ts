import { cookies } from 'next/headers';
import { sessionCookie } from '#lib/identity/rules.ts';
import { isHttps } from '#lib/platform/env.ts';

const attributes = (isSecure: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure }) as const;

/** Gives the browser the token of a session; how long it is good for, the database says. */
export async function giveSession(token: string): Promise<void> {
  const isSecure = isHttps();
  (await cookies()).set(sessionCookie(isSecure).name, token, attributes(isSecure));
}

/** A browser forgets a `__Host-` cookie only when told with the attributes that it was given with. */
export async function takeSession(): Promise<void> {
  const isSecure = isHttps();
  (await cookies()).set(sessionCookie(isSecure).name, '', { ...attributes(isSecure), maxAge: 0 });
}

import { cookies } from 'next/headers';
import { isHttps } from '#lib/platform/env.ts';

const NAME = 'saling-address';
const PATH = '/sign-in';

/** Remembers on this device, for as long as the mail counts, to which address it went: the code page shows it. */
export async function keepAddress(address: string): Promise<void> {
  (await cookies()).set(NAME, address.trim().slice(0, 320), {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    maxAge: 600,
  });
}

export async function readAddress(): Promise<string> {
  return (await cookies()).get(NAME)?.value ?? '';
}

export async function forgetAddress(): Promise<void> {
  (await cookies()).set(NAME, '', { path: PATH, maxAge: 0 });
}

import { headers } from 'next/headers';

/** The yardstick: one server-rendered page that reads a header and nothing else. */
export default async function Page() {
  const host = (await headers()).get('host');
  return <h1>Hello from {host}</h1>;
}

import type { ReactNode } from 'react';
import { PageFrame } from '#app/frame/page-frame.tsx';
import { officerContext } from '#app/request/signed-in.ts';
import { Missing } from '#components/site/missing.tsx';

/** Pages of a secretariat, which to others are not there; each asks `officerContext` itself. */
export default async function SecretariatLayout({ children }: { children: ReactNode }) {
  const isOfficer = (await officerContext()) !== null;
  return <PageFrame>{isOfficer ? children : <Missing />}</PageFrame>;
}

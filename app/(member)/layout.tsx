import type { ReactNode } from 'react';
import { PageFrame } from '#app/frame/page-frame.tsx';
import { memberContext } from '#app/request/signed-in.ts';

/** Pages of people who are signed in, whatever their office; each asks `memberContext` itself. */
export default async function MemberLayout({ children }: { children: ReactNode }) {
  await memberContext();
  return <PageFrame>{children}</PageFrame>;
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#lib/core/transaction.ts';
import { inviteToOffice } from '#lib/identity/commands/invite.ts';
import { selectOffice } from '#lib/identity/store/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { findViolations, openBrowser, sidewaysOverflow, visit } from '#tests/support/browser.ts';
import { signIn } from '#tests/support/people.ts';
import { atSite } from '#tests/support/site-people.ts';

let browser: Browser;
const walks = {} as Record<'member' | 'officer', { session: string; paths: string[] }>;
beforeAll(async () => {
  browser = await openBrowser();
  await atSite(async () => {
    const member = await signIn({ city: 'luang-prabang' }, 'head-of-office');
    const officer = await signIn({ secretariat: 'AGMF' }, 'secretariat-officer');
    const invitation = {
      office: 'city:luang-prabang',
      role: 'staff',
      email: `${newId()}@office.example`,
    } as const;
    await inviteToOffice(member.context, newId(), invitation);
    const own = member.context.actor.appointments[0]?.id;
    const office = await withActor({ kind: 'job', name: 'test' }, (tx) =>
      selectOffice(tx, { kind: 'city-office', slug: 'luang-prabang' }),
    );
    walks.member = {
      session: member.token,
      paths: [
        '/account',
        '/account/data',
        '/account/erase',
        '/account/tokens',
        '/appointments',
        `/appointments/${own}`,
        `/appointments/${own}?done=confirmed&of=${own}`,
        `/appointments/${own}/letter`,
        '/confirm-profile',
        '/invitation?token=x',
        '/our-city',
        '/our-city/handover',
        '/our-city/people',
        '/permissions',
      ],
    };
    walks.officer = {
      session: officer.token,
      paths: [
        '/desk',
        '/desk?q=nowhere&did=nothing',
        '/desk/invite',
        '/desk/mails',
        '/desk/mails?state=failed',
        '/desk/membership?city=dili',
        `/desk/offices/${office?.id}`,
        '/desk/spreadsheet?office=malang',
        '/desk/trail?by=everybody',
        `/appointments/${own}`,
      ],
    };
  });
});
afterAll(() => browser.close());

it.each([
  ['member', 'en', 'light', 1280],
  ['member', 'id', 'dark', 320],
  ['officer', 'en', 'light', 1280],
  ['officer', 'id', 'dark', 320],
] as const)(
  'each page of a %s has no fault that axe finds in "%s", %s, at %i px, and no trouble',
  async (who, language, theme, width) => {
    const { session, paths } = walks[who];
    const { page, context, troubles } = await visit(browser, { session, language, theme, width });
    const faults: unknown[] = [];
    for (const path of paths) {
      const answer = await page.goto(path);
      if (answer?.status() !== 200) faults.push([path, answer?.status()]);
      for (const fault of await findViolations(page)) faults.push([path, fault]);
      if ((await sidewaysOverflow(page)) > 0) faults.push([path, 'wider than the window']);
      if ((await page.locator('h1').count()) !== 1) faults.push([path, 'not one title']);
    }
    expect(faults).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  },
);

it.each([
  ['letter of appointment', (paths: string[]) => paths.find((path) => path.endsWith('/letter'))],
  ['handover', () => '/our-city/handover'],
])('the %s prints on one page, without the frame of the site', async (_what, find) => {
  const { session, paths } = walks.member;
  const { page, context } = await visit(browser, { session });
  await page.goto(find(paths) ?? '');
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['header nav', 'footer a', 'main button']) {
    for (const one of await page.locator(part).all()) expect(await one.isVisible()).toBe(false);
  }
  await context.close();
});

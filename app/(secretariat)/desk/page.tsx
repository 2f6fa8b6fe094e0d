import type { Metadata } from 'next';
import { actOnMany } from '#app/desk/actions.ts';
import { EvidenceForm } from '#app/desk/evidence-form.tsx';
import { deskFilter, MAX_WORDS } from '#app/desk/filter.ts';
import { actOnOne } from '#app/offices/actions.ts';
import { firstOf } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { BulkResult } from '#components/desk/bulk-result.tsx';
import { Memberships, NoNews, ToBeNamed } from '#components/desk/desk-aside.tsx';
import { ConfirmList, EvidenceList, InvitationsList, RequestList } from '#components/desk/desk-lists.tsx';
import { DeskPage } from '#components/desk/desk-page.tsx';
import { WaitingLong } from '#components/desk/exchanges.tsx';
import { readOutcome } from '#components/desk/outcome.ts';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { listUnansweredMemberships } from '#lib/cities/queries.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import { listStandings } from '#lib/exchanges/queries.ts';
import {
  getToday,
  listInvitations,
  listToBeNamed,
  listToConfirm,
  listWithoutNews,
} from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { listEvidenceToReview } from '#lib/practices/queries.ts';
import { ASK_AGAIN_DAYS } from '#lib/profile/contract.ts';
import { listNewsAsked } from '#lib/profile/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function Desk({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  // The frame of these pages says that there is nothing here.
  if (context === null) return null;
  const query = await searchParams;
  const words = (firstOf(query.q) ?? '').trim().slice(0, MAX_WORDS);
  const fits = await deskFilter(context, words);
  const all = firstOf(query.all);
  const list = <Item,>(items: Item[], name: string) => ({ items, isAll: all === name, words });
  const bulk = <Item,>(items: Item[], name: string) =>
    items.length === 0 ? null : { ...list(items, name), act: actOnMany, commandId: newId() };
  const { actor } = context;
  const requests = bulk((await listCorrections(context)).filter(fits.request), 'requests');
  const toConfirm = bulk((await listToConfirm(context, {})).filter(fits.person), 'confirm');
  const invitations = bulk((await listInvitations(context, {})).filter(fits.invitation), 'invitations');
  const evidence = bulk((await listEvidenceToReview(context, {})).filter(fits.evidence), 'evidence');
  return (
    <DeskPage
      forums={actor.appointments.flatMap(({ forum }) => forum ?? [])}
      today={await getToday(context, {})}
      isTrial={actor.isTrial}
      words={words}
      notice={<Said query={query} />}
      requests={requests && <RequestList {...requests} />}
      toConfirm={toConfirm && <ConfirmList {...toConfirm} />}
      invitations={invitations && <InvitationsList {...invitations} />}
      evidence={
        evidence && <EvidenceList {...evidence} form={(practice) => <EvidenceForm practice={practice} />} />
      }
      exchanges={<WaitingLong standings={(await listStandings(context, {})).filter(fits.exchange)} />}
      aside={
        <>
          <ToBeNamed {...list((await listToBeNamed(context, {})).filter(fits.office), 'to-be-named')} />
          <NoNews
            {...list((await listWithoutNews(context, {})).filter(fits.office), 'no-news')}
            asked={await listNewsAsked(context, {})}
            days={ASK_AGAIN_DAYS}
            act={actOnMany}
            commandId={newId()}
          />
          <Memberships cities={(await listUnansweredMemberships(context, {})).filter(fits.membership)} />
        </>
      }
    />
  );
}

/** What the last press did, and the way back. */
function Said({ query }: { query: Parameters }) {
  const outcome = readOutcome(query);
  if (outcome !== null) return <BulkResult outcome={outcome} act={actOnMany} commandId={newId()} />;
  const undo = { of: firstOf(query.of), act: actOnOne, commandId: newId(), back: '/desk' };
  return <DoneNotice done={firstOf(query.done)} refused={firstOf(query.refused)} undo={undo} />;
}

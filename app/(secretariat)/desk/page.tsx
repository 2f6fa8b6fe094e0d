import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { actOnMany } from '#app/desk/actions.ts';
import { EvidenceForm } from '#app/desk/evidence-form.tsx';
import { firstOf } from '#app/request/form.ts';
import { officerContext, type SignedIn } from '#app/request/signed-in.ts';
import { BulkResult } from '#components/desk/bulk-result.tsx';
import { Memberships, NoNews, ToBeNamed } from '#components/desk/desk-aside.tsx';
import { ConfirmList, InvitationsList, RequestList } from '#components/desk/desk-lists.tsx';
import { DeskPage } from '#components/desk/desk-page.tsx';
import { EvidenceList } from '#components/desk/evidence-list.tsx';
import { readOutcome } from '#components/desk/outcome.ts';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { listUnansweredMemberships } from '#lib/cities/queries.ts';
import { listCorrections } from '#lib/corrections/queries.ts';
import {
  getToday,
  listInvitations,
  listToBeNamed,
  listToConfirm,
  listWithoutNews,
} from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';
import { listEvidenceToReview } from '#lib/practices/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function Desk({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  // The frame of these pages says that there is nothing here.
  if (context === null) return null;
  const query = await searchParams;
  const outcome = readOutcome(query);
  const all = firstOf(query.all);
  const [requests, toConfirm, invitations] = [
    await listCorrections(context),
    await listToConfirm(context, {}),
    await listInvitations(context, {}),
  ];
  const list = <Item,>(items: Item[], name: string) => ({
    items,
    isAll: all === name,
    act: actOnMany,
    commandId: newId(),
  });
  const { actor } = context;
  return (
    <DeskPage
      forums={actor.appointments.flatMap(({ forum }) => forum ?? [])}
      today={await getToday(context, {})}
      isTrial={actor.isTrial}
      notice={
        outcome === null ? (
          <DoneNotice done={firstOf(query.done)} refused={firstOf(query.refused)} />
        ) : (
          <BulkResult outcome={outcome} act={actOnMany} commandId={newId()} />
        )
      }
      requests={requests.length === 0 ? null : <RequestList {...list(requests, 'requests')} />}
      toConfirm={toConfirm.length === 0 ? null : <ConfirmList {...list(toConfirm, 'confirm')} />}
      invitations={
        invitations.length === 0 ? null : <InvitationsList {...list(invitations, 'invitations')} />
      }
      evidence={
        <EvidenceList
          practices={await listEvidenceToReview(context, {})}
          form={(practice) => <EvidenceForm practice={practice} />}
        />
      }
      aside={<Aside context={context} />}
    />
  );
}

async function Aside({ context }: { context: SignedIn }) {
  const [toBeNamed, withoutNews, memberships] = [
    await listToBeNamed(context, {}),
    await listWithoutNews(context, {}),
    await listUnansweredMemberships(context, {}),
  ];
  return (
    <>
      <ToBeNamed offices={toBeNamed} />
      <NoNews offices={withoutNews} />
      <Memberships cities={memberships} />
    </>
  );
}

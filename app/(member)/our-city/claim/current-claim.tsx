import { claimRecord } from '#app/(member)/our-city/actions/claim.ts';
import { moveFact } from '#app/(member)/our-city/actions/fact.ts';
import type { SignedIn } from '#app/request/signed-in.ts';
import { ClaimCard, RecordDeed } from '#components/claim/claim-item.tsx';
import type { Named } from '#components/claim/claim-page.tsx';
import { claimAddress } from '#components/claim/items.ts';
import { factAddress } from '#components/facts/address.ts';
import { FactDeed } from '#components/facts/fact-deed.tsx';
import { FactSaid } from '#components/facts/fact-said.tsx';
import { FactSource } from '#components/facts/fact-words.tsx';
import { Local } from '#components/site/local.tsx';
import { SourceWords } from '#components/site/source.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { getTranslations } from '#i18n/words.ts';
import type { OwnFact } from '#lib/facts/contract.ts';
import { getOwnNeed } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { getOwnPractice } from '#lib/practices/queries.ts';
import { Back } from './claim-done.tsx';

type Props = {
  context: SignedIn;
  item: Named;
  facts: OwnFact[];
  maySpeak: boolean;
  later: Named | undefined;
};

/** The thing that is looked at now. */
export async function CurrentClaim({ context, item, facts, maySpeak, later }: Props) {
  const t = await getTranslations('claim');
  const fact = facts.find(({ key }) => item.kind === 'fact' && key === item.id);
  const back = (
    <Back item={item} facts={facts} look="line">
      {t('undo')}
    </Back>
  );
  const common = {
    item,
    maySpeak,
    title: item.name,
    laterHref: later === undefined ? undefined : claimAddress(later),
  };
  if (fact !== undefined) {
    const deed = { action: moveFact, fact, to: 'claim' as const };
    const shown = fact.shown ?? fact.compiled;
    return (
      <ClaimCard
        {...common}
        say={shown ? <FactSaid fact={shown} /> : '—'}
        source={shown ? <FactSource fact={shown} /> : null}
        deeds={{
          confirm: (
            <FactDeed {...deed} verb="confirm" commandId={newId()}>
              {t('confirm')}
            </FactDeed>
          ),
          correct: (
            <ButtonLink href={`${factAddress(fact.key)}?from=claim`} isLine>
              {t('correct')}
            </ButtonLink>
          ),
          remove: (
            <FactDeed {...deed} verb="remove" commandId={newId()} look="line">
              {t('remove')}
            </FactDeed>
          ),
          back,
        }}
      />
    );
  }
  const { say, source } = await textOf(context, item);
  const deed = { action: claimRecord, item };
  return (
    <ClaimCard
      {...common}
      say={say}
      source={source}
      deeds={{
        confirm: (
          <RecordDeed {...deed} verb="confirm" commandId={newId()}>
            {t('confirm')}
          </RecordDeed>
        ),
        correct: (
          <RecordDeed {...deed} verb="revise" commandId={newId()} look="line">
            {t('correct')}
          </RecordDeed>
        ),
        remove: (
          <RecordDeed {...deed} verb="withdraw" commandId={newId()} look="line">
            {t('remove')}
          </RecordDeed>
        ),
        back,
      }}
    />
  );
}

async function textOf(context: SignedIn, { kind, id }: Named) {
  if (kind === 'need') {
    const { need } = await getOwnNeed(context, { id });
    return {
      say: <Local of={need.description} isNoted />,
      source: need.source === null ? null : <SourceWords source={need.source} />,
    };
  }
  const { practice } = await getOwnPractice(context, { id });
  return {
    say: <Local of={practice.summary} isNoted />,
    source: practice.source === null ? null : <SourceWords source={practice.source} />,
  };
}

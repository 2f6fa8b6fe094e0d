import { NeedRecord } from '#components/records/need-record.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { addressOf } from '#components/search/address.ts';
import { Local } from '#components/site/local.tsx';
import { More } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Need, NeedList } from '#lib/needs/contract.ts';
import type { PracticeCard, PracticeList } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { GoalLinks } from './goal-links.tsx';
import { PillarLinks } from './pillar-links.tsx';

type Props = { topic: Topic; needs: NeedList; practices: PracticeList };

/** A topic: what cities look for beside what they offer, the rest of each one press away. */
export function TopicPage({ topic, needs, practices }: Props) {
  const t = useTranslations('topics');
  const c = useTranslations('common');
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/topics', label: t('title') }]}
        crumbsLabel={c('breadcrumbs')}
        title={<Local of={topic.label} />}
        under={<Local of={topic.description} isNoted />}
      />
      <Columns layout="even">
        <LookedFor items={needs.items} total={needs.total} code={topic.code} />
        <Offered items={practices.items} total={practices.total} code={topic.code} />
      </Columns>
      <Filing topic={topic} />
    </>
  );
}

function LookedFor({ items, total, code }: { items: Need[]; total: number; code: string }) {
  const t = useTranslations('topics');
  return (
    <Section title={t('lookedFor')} id="needs" hint={total > 0 ? t('lookedForHint') : undefined}>
      {total === 0 ? <p>{t('noNeed')}</p> : null}
      {items.length > 0 ? (
        <Records>
          {items.map((need) => (
            <NeedRecord key={need.id} need={need} detail="title" />
          ))}
        </Records>
      ) : null}
      {total > items.length ? (
        <More>
          <a href={addressOf('/needs', { topic: code })}>{t('allNeeds', { total })}</a>
        </More>
      ) : null}
    </Section>
  );
}

function Offered({ items, total, code }: { items: PracticeCard[]; total: number; code: string }) {
  const t = useTranslations('topics');
  return (
    <Section title={t('offered')} id="practices" hint={total > 0 ? t('offeredHint') : undefined}>
      {total === 0 ? <p>{t('noPractice')}</p> : null}
      <Records>
        {items.map((practice) => (
          <PracticeRecord key={practice.id} practice={practice} detail="title" />
        ))}
      </Records>
      {total > 0 ? (
        <More>
          <a href={addressOf('/practices', { topic: code })}>{t('allPractices', { total })}</a>
        </More>
      ) : null}
    </Section>
  );
}

function Filing({ topic }: { topic: Topic }) {
  const t = useTranslations('topics');
  const commitment = useTranslations('home.commitment');
  const number = topic.commitment;
  return (
    <Section title={t('filing')} place="block" hint={t('filingHint')}>
      <Facts isWide>
        <Fact label={t('commitmentLabel')}>
          <a href={`/topics#commitment-${number}`}>
            {t('commitment', { number, title: commitment(String(number)) })}
          </a>
        </Fact>
        <Fact label={t('sdgs')}>
          <GoalLinks numbers={topic.sdgs} />
        </Fact>
        <Fact label={t('pillars')}>
          <PillarLinks pillars={topic.pillars} />
        </Fact>
      </Facts>
    </Section>
  );
}

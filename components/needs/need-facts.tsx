import { ContactFact } from '#components/records/contact-fact.tsx';
import { Local } from '#components/site/local.tsx';
import { GoalLinks } from '#components/topics/goal-links.tsx';
import { TopicLinks } from '#components/topics/topic-links.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';

type Props = { need: Need; topics: Topic[] };

/** What is on record of a need, one row each; what is not has no row. */
export function NeedFacts({ need, topics }: Props) {
  const t = useTranslations('needs');
  const format = useFormatter();
  const list = (group: string, values: readonly string[]) =>
    format.list(
      values.map((value) => t(`${group}.${value}`)),
      { type: 'unit' },
    );
  return (
    <Facts isWide>
      {need.affected ? (
        <Fact label={t('affected')}>
          <Local of={need.affected} />
        </Fact>
      ) : null}
      {need.tried ? (
        <Fact label={t('tried')}>
          <Local of={need.tried} />
        </Fact>
      ) : null}
      {need.obstacles.length > 0 ? (
        <Fact label={t('obstacles')}>{list('obstacle', need.obstacles)}</Fact>
      ) : null}
      {need.helpWanted.length > 0 ? (
        <Fact label={t('helpWanted')}>{list('help', need.helpWanted)}</Fact>
      ) : null}
      {need.finance.length > 0 ? (
        <Fact label={t('financeKinds')}>{list('finance', need.finance)}</Fact>
      ) : null}
      {need.projectStage ? <Fact label={t('projectStage')}>{t(`stage.${need.projectStage}`)}</Fact> : null}
      {need.urgency ? <Fact label={t('urgency')}>{t(`when.${need.urgency}`)}</Fact> : null}
      {need.audience === 'public' ? null : <Fact label={t('audience')}>{t(`openTo.${need.audience}`)}</Fact>}
      {need.topics.length > 0 ? (
        <Fact label={t('topics')}>
          <TopicLinks codes={need.topics} topics={topics} />
        </Fact>
      ) : null}
      {need.sdgs.length > 0 ? (
        <Fact label={t('sdgs')}>
          <GoalLinks numbers={need.sdgs} />
        </Fact>
      ) : null}
      <ContactFact record={need} />
    </Facts>
  );
}

import { RecordSources } from '#components/corrections/record-sources.tsx';
import { askAddress } from '#components/exchanges/address.ts';
import { Attachments } from '#components/records/attachments.tsx';
import { addressOf } from '#components/search/address.ts';
import { CityAndCountry } from '#components/site/city-name.tsx';
import { Local } from '#components/site/local.tsx';
import { Actions, ButtonLink, More } from '#components/ui/button.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { ReadingAndDoing } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import type { AnsweringPractice } from '#lib/matching/contract.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import { AnsweringPractices } from './answering-practices.tsx';
import { NeedFacts } from './need-facts.tsx';

type Props = { need: Need; topics: Topic[]; answers: AnsweringPractice[]; attachments: ShownAttachment[] };

/** What a city looks for, whose words it is, and the practices that answer it. */
export function NeedPage({ need, topics, answers, attachments }: Props) {
  const t = useTranslations('needs');
  const c = useTranslations('common');
  const city = () => <CityAndCountry key="city" city={need.city} isLinked />;
  return (
    <ReadingAndDoing
      reading={
        <>
          <PageTitle
            crumbs={[{ href: '/needs', label: t('crumb') }]}
            crumbsLabel={c('breadcrumbs')}
            over={
              <>
                <Circle kind="open" />{' '}
                {t.rich(need.origin === 'compiled' ? 'compiledOf' : 'needOf', { place: city })}
              </>
            }
            title={<Local of={need.title} />}
            under={
              <span className="text-ink">
                <Local of={need.description} isNoted />
              </span>
            }
          />
          <NeedFacts need={need} topics={topics} />
          <Attachments items={attachments} />
          <AnsweringPractices items={answers} topics={need.topics} />
        </>
      }
      beside={
        <>
          <Section title={t('doing')} place="doing">
            <p>{t('doingText')}</p>
            <Actions>
              <ButtonLink href={addressOf('/practices', { topic: need.topics })}>{t('browse')}</ButtonLink>
            </Actions>
            {need.city.formerSince === null ? (
              <More>
                <a href={askAddress({ with: need.city.slug, need: need.id })}>
                  {t('askThem', { city: need.city.name })}
                </a>
              </More>
            ) : null}
            <More>
              <a href={`/cities/${need.city.slug}`}>
                {t(need.city.formerSince === null ? 'seeCity' : 'seeFormerCity', { city: need.city.name })}
              </a>
            </More>
          </Section>
          <RecordSources kind="need" record={need} />
        </>
      }
    />
  );
}

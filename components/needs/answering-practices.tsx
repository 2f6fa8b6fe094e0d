import { MarkedPassage } from '#components/matching/marked-passage.tsx';
import { ReasonWords } from '#components/practices/reason-words.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { addressOf } from '#components/search/address.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { AnsweringPractice } from '#lib/matching/contract.ts';

type Props = { items: AnsweringPractice[]; topics: string[] };

/** Practices that answer a challenge, the best first, each with its reason; loose ones are one press away. */
export function AnsweringPractices({ items, topics }: Props) {
  const t = useTranslations('needs');
  const good = items.filter(({ reason }) => reason.closeness !== 'loose');
  const loose = items.filter(({ reason }) => reason.closeness === 'loose');
  return (
    <div className="rest mt-12 md:mt-16">
      <Section title={t('answers')} id="answers" hint={good.length > 0 ? t('answersHint') : undefined}>
        {good.length === 0 ? (
          <Empty title={t('noAnswer')}>
            <p>
              <a className="linkline" href={addressOf('/practices', { topic: topics })}>
                {t('sameTopics')}
              </a>
            </p>
          </Empty>
        ) : (
          <Ranked items={good} />
        )}
        {loose.length > 0 ? (
          <div className="mt-6">
            <Fold summary={t('loose')}>
              <Ranked items={loose} />
            </Fold>
          </div>
        ) : null}
      </Section>
    </div>
  );
}

function Ranked({ items }: { items: AnsweringPractice[] }) {
  return (
    <Records>
      {items.map((practice) => (
        <PracticeRecord
          key={practice.id}
          practice={practice}
          say={<MarkedPassage passage={practice.reason.passage} tone="filled" />}
          why={<ReasonWords reason={practice.reason} tone="filled" />}
        />
      ))}
    </Records>
  );
}

import { useTranslations } from 'next-intl';
import { ReasonWords } from '#components/practices/reason-words.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { addressOf } from '#components/search/address.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import type { AnsweringPractice } from '#lib/matching/contract.ts';

/** Practices that answer a challenge, the best first, each with its reason; says so where none does well. */
export function AnsweringPractices({ items, topics }: { items: AnsweringPractice[]; topics: string[] }) {
  const t = useTranslations('needs');
  return (
    <div className="rest">
      <Section
        title={t('answers')}
        id="answers"
        hint={items.length > 0 ? t('answersHint') : undefined}
        place="block"
      >
        {items.length === 0 ? (
          <Empty title={t('noAnswer')}>
            <p>
              <a className="linkline" href={addressOf('/practices', { topic: topics })}>
                {t('sameTopics')}
              </a>
            </p>
          </Empty>
        ) : (
          <Records>
            {items.map((practice) => (
              <PracticeRecord
                key={practice.id}
                practice={practice}
                why={<ReasonWords reason={practice.reason} tone="filled" />}
              />
            ))}
          </Records>
        )}
      </Section>
    </div>
  );
}

import { MarkedPassage } from '#components/matching/marked-passage.tsx';
import { NeedRecord } from '#components/records/need-record.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { AnsweredNeed } from '#lib/matching/contract.ts';
import { ReasonWords } from './reason-words.tsx';

/** Challenges of other cities that a practice could answer, the closest first, each with its reason. */
export function AnsweredNeeds({ items }: { items: AnsweredNeed[] }) {
  const t = useTranslations('practices');
  return (
    <div className="rest mt-12 md:mt-16">
      <Section title={t('answers')} id="answers" hint={items.length > 0 ? t('answersHint') : undefined}>
        {items.length === 0 ? (
          <p>{t('noAnswers')}</p>
        ) : (
          <Records>
            {items.map((need) => (
              <NeedRecord
                key={need.id}
                need={need}
                say={<MarkedPassage passage={need.reason.passage} tone="open" />}
                why={<ReasonWords reason={need.reason} tone="open" />}
              />
            ))}
          </Records>
        )}
      </Section>
    </div>
  );
}

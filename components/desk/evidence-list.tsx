import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import type { EvidenceToReview } from '#lib/practices/contract.ts';

type Props = { practices: EvidenceToReview[]; form: (practice: EvidenceToReview) => ReactNode };

/** Practices whose kind of evidence a city proposes; what is said about it stays between the two. */
export function EvidenceList({ practices, form }: Props) {
  const t = useTranslations('desk');
  const words = useTranslations('vocabulary');
  return (
    <Section title={t('evidence.title')} id="evidence" place="block" hint={t('evidence.hint')}>
      {practices.length === 0 ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <ul className="plainlist">
          {practices.map((practice) => (
            <li key={practice.id}>
              <a href={`/practices/${practice.id}`}>
                <Local of={practice.title} />
              </a>
              <p>
                {t('evidence.proposed', {
                  city: practice.city.name,
                  kind: words(`evidence.${practice.proposed}`),
                })}
              </p>
              <Fold summary={t('evidence.answer')}>{form(practice)}</Fold>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

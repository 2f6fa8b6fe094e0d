import { PracticeRecord } from '#components/records/practice-record.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

/** Practices with topics in common. Nothing when there are none. */
export function SimilarPractices({ items }: { items: PracticeCard[] }) {
  const t = useTranslations('practices');
  if (items.length === 0) return null;
  return (
    <Section title={t('similar')} place="block">
      <Records>
        {items.map((practice) => (
          <PracticeRecord key={practice.id} practice={practice} detail="title" />
        ))}
      </Records>
    </Section>
  );
}

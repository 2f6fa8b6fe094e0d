import { NeedRecord } from '#components/records/need-record.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

type Props = { practices: PracticeCard[]; needs: Need[] };

/** Practices and needs of others that speak of the same, while one writes. Nothing where there are none. */
export function CloseRecords({ practices, needs }: Props) {
  const t = useTranslations('writing');
  return (
    <>
      {practices.length > 0 ? (
        <Section title={t('closePractices')} place="block">
          <Records>
            {practices.map((practice) => (
              <PracticeRecord key={practice.id} practice={practice} detail="title" />
            ))}
          </Records>
        </Section>
      ) : null}
      {needs.length > 0 ? (
        <Section title={t('closeNeeds')} place="block">
          <Records>
            {needs.map((need) => (
              <NeedRecord key={need.id} need={need} detail="title" />
            ))}
          </Records>
        </Section>
      ) : null}
    </>
  );
}

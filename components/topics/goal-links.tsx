import { GoalName } from '#components/search/labels.tsx';
import sdg from '#data/sdg.json' with { type: 'json' };
import { useFormatter, useLocale, useTranslations } from '#i18n/words.ts';

type Verified = Record<string, Record<string, { verified: boolean }>>;
const goals: Verified = sdg.goals;

/** Sustainable Development Goals of a record, each a link to the practices that serve it. */
export function GoalLinks({ numbers }: { numbers: readonly number[] }) {
  const format = useFormatter();
  const t = useTranslations('vocabulary');
  const locale = useLocale();
  return format.list(
    numbers.map((number) => (
      <span key={number}>
        <a href={`/practices?sdg=${number}`}>
          <GoalName number={number} />
        </a>
        {goals[number]?.[locale]?.verified === false ? (
          <span className="soft small"> ({t('sdgUnverified')})</span>
        ) : null}
      </span>
    )),
    { type: 'unit' },
  );
}

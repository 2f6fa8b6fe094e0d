import { OneDirection } from '#components/matching/one-direction.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Trial } from '#lib/trial/contract.ts';

type Props = { trial: Trial; city: CityRef; beside: NonNullable<Trial['beside']> };

/** What the other office reads of you at this moment. */
export function BesideDesk({ trial, city, beside }: Props) {
  const t = useTranslations('trial');
  const { match, isOpen } = beside;
  const names = { city: city.name, other: match.city.name };
  const hasArrived = trial.arrived.length > 0;
  return (
    <>
      <p className="soft">{t(isOpen ? 'besideOpen' : 'besideEmpty', names)}</p>
      <p className={hasArrived ? 'tick mt-4' : 'mt-4'}>{t(hasArrived ? 'arrivedHere' : 'readsNow', names)}</p>
      <div className="worked mt-5">
        <OneDirection own={match.city} learner={match.city} teacher={city} learning={match.share} />
      </div>
      <SourceLine>{t('besideNote')}</SourceLine>
    </>
  );
}

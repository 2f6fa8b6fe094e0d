import { dayInWords } from '#components/cities/day.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OfficePerson } from '#lib/identity/contract.ts';
import { OfficeName } from './office-name.tsx';

/** A letter of appointment to print, sign and file. Lines are for the pen. */
export function Letter({ person, today }: { person: OfficePerson; today: string }) {
  const t = useTranslations('offices');
  const locale = useLocale();
  const { name, role, office, fromOn, toOn, letterReference } = person;
  const line = '____________________________';
  return (
    <article className="reading prose letter">
      <p className="soft small noprint">{t('letter.printHint')}</p>
      <h1>{t('letter.title')}</h1>
      <p>{t.rich('letter.number', { number: () => <bdi key="number">{letterReference ?? line}</bdi> })}</p>
      <p>
        {t.rich('letter.body', {
          office: () => <OfficeName key="office" office={office} />,
          name: () => (
            <strong key="name">
              <bdi>{name}</bdi>
            </strong>
          ),
          role: t(`role.${role}`),
        })}
      </p>
      <p>
        {toOn === null
          ? t('letter.daysOpen', { from: dayInWords(fromOn, locale) })
          : t('letter.daysBoth', { from: dayInWords(fromOn, locale), until: dayInWords(toOn, locale) })}
      </p>
      <p>{t('letter.duties')}</p>
      <p>{t('letter.voluntary')}</p>
      <dl className="facts block">
        {(['place', 'signature', 'nameOfSigner', 'position', 'stamp'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`letter.${part}`)}</dt>
            <dd>{part === 'place' ? `__________________, ${dayInWords(today, locale)}` : line}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

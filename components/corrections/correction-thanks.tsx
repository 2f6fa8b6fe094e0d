import { Local } from '#components/site/local.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { type CorrectableKind, recordAddress } from './address.ts';

type Props = {
  record: { kind: CorrectableKind; id: string; title: LocalText };
  /** Asked on the trial copy: only its desks read it. */
  isTrial: boolean;
};

/** The wish is kept; what happens with it. */
export function CorrectionThanks({ record: { kind, id, title }, isTrial }: Props) {
  const t = useTranslations('corrections');
  return (
    <>
      <PageTitle title={t('thanks')} under={t('kept')} />
      <Section title={t('next.title')}>
        <div className="prose">
          {isTrial ? <p>{t('next.trial')}</p> : null}
          <ol>
            {isTrial ? null : <li>{t('next.read')}</li>}
            <li>{t('next.check')}</li>
            <li>{t('next.answer')}</li>
          </ol>
          <p>
            <a className="linkline" href={recordAddress(kind, id)}>
              {t.rich('back', { title: () => <Local key="title" of={title} /> })}
            </a>
          </p>
        </div>
      </Section>
    </>
  );
}

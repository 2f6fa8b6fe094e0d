import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { TRIAL_DESKS } from '#lib/identity/contract.ts';

type Props = { sit: (data: FormData) => Promise<void> };

/** The offices that anybody at this computer may act for; one form, a button for each. */
export function DeskChoice({ sit }: Props) {
  const t = useTranslations('trial');
  return (
    <Section title={t('desks')} hint={t('desksHint')}>
      <form action={sit}>
        <ul className="plainlist">
          {TRIAL_DESKS.map(({ key }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-6">
              <h3 id={`desk-${key}`}>{t(`desk.${key}`)}</h3>
              <p className="soft">{t(`deskSay.${key}`)}</p>
              <Button isLine name="desk" value={key}>
                {t('sit', { desk: t(`desk.${key}`) })}
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </Section>
  );
}

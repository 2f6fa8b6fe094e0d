import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Trial } from '#lib/trial/contract.ts';

export type Sit = (data: FormData) => Promise<void>;
type Props = {
  desks: Trial['desks'];
  sit: Sit;
  /** The page that led here, and on which the desk then opens. */
  to?: string | undefined;
};

/** The offices that anybody at this computer may act for. */
export function DeskChoice({ desks, sit, to }: Props) {
  const t = useTranslations('trial');
  return (
    <Section title={t('desks')} hint={t('desksHint')} place="block">
      <DeskList desks={desks} sit={sit} to={to} />
    </Section>
  );
}

/** One form, a button for each desk; the first is the one to begin with. */
export function DeskList({ desks, sit, to }: Props) {
  const t = useTranslations('trial');
  return (
    <form action={sit}>
      {to === undefined ? null : <input type="hidden" name="to" value={to} />}
      <ul className="plainlist">
        {desks.map((key, place) => (
          <li key={key} className="deskrow">
            <div>
              <h3>{t(`desk.${key}`)}</h3>
              <p className="soft small">{t(`deskSay.${key}`)}</p>
            </div>
            <Button isLine={place > 0} name="desk" value={key}>
              {t.rich('sit', { desk: t(`desk.${key}`), h: (words) => <Hidden key={key}>{words}</Hidden> })}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function Hidden({ children }: { children: ReactNode }) {
  return <span className="hide">{children}</span>;
}

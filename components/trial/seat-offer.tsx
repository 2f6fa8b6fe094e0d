import { Actions, Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Sit } from './desk-choice.tsx';

export type SeatOffered = { city: CityRef; hasMatch: boolean };

type Props = { offer: SeatOffered; sit: Sit; to?: string | undefined };

/** The second desk, opened from the first: one button sits down at it. */
export function SeatOffer({ offer: { city, hasMatch }, sit, to }: Props) {
  const t = useTranslations('trial');
  return (
    <Section title={t('seatOffer', { city: city.name })} place="block">
      <p className="read">{t('seatOfferSay')}</p>
      {hasMatch ? null : <p className="read">{t('seatOfferNoMatch', { city: city.name })}</p>}
      <form action={sit}>
        <input type="hidden" name="city" value={city.slug} />
        {to === undefined ? null : <input type="hidden" name="to" value={to} />}
        <Actions>
          <Button isLine={!hasMatch}>{t('seatOfferButton', { city: city.name })}</Button>
        </Actions>
      </form>
    </Section>
  );
}

import { exchangeAddress } from '#components/exchanges/address.ts';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';

/** What can be printed of an exchange. */
export function Papers({ exchange }: { exchange: { id: string } }) {
  const t = useTranslations('papers');
  return (
    <Section title={t('linkTitle')} place="rest block">
      <p>{t('linkText')}</p>
      <p className="more">
        <a href={`${exchangeAddress(exchange.id)}/brief`}>{t('link')}</a>
      </p>
    </Section>
  );
}

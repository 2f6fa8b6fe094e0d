import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { Deed } from './deed.tsx';
import type { SectionProps } from './section-props.ts';

/** The way out, with one question before it; nothing for who has none. */
export function PlansChange({ exchange, actions, newCommandId }: SectionProps) {
  const t = useTranslations('exchanges');
  if (!exchange.may.includes('withdraw')) return null;
  const words = { other: exchange.other.name };
  return (
    <Section title={t('plans.title')} id="plans" place="block">
      <p>{t(exchange.state === 'requested' ? 'plans.request' : 'plans.text')}</p>
      <Fold summary={t('plans.withdraw')}>
        <p>{t('plans.sure', words)}</p>
        <Deed id={exchange.id} step="withdraw" isLine actions={actions} newCommandId={newCommandId}>
          {t('plans.yes')}
        </Deed>
      </Fold>
    </Section>
  );
}

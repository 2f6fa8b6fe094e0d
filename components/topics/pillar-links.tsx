import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Pillar } from '#lib/platform/fields.ts';

/** Pillars of ASEAN 2045 that a record serves, each a link to its practices. */
export function PillarLinks({ pillars }: { pillars: readonly Pillar[] }) {
  const format = useFormatter();
  const t = useTranslations('vocabulary');
  return format.list(
    pillars.map((pillar) => (
      <a key={pillar} href={`/practices?pillar=${pillar}`}>
        {t(`pillar.${pillar}`)}
      </a>
    )),
    { type: 'unit' },
  );
}

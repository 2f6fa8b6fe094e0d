import { correctionAddress } from '#components/corrections/address.ts';
import { askAddress } from '#components/exchanges/address.ts';
import { addressOf } from '#components/search/address.ts';
import { Actions, ButtonLink, More } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Practice } from '#lib/practices/contract.ts';

/** What a reader can do with a practice today, and in one quiet line what is not on record. */
export function PracticeDoing({ practice, hasAnswers }: { practice: Practice; hasAnswers: boolean }) {
  const t = useTranslations('practices');
  const format = useFormatter();
  const { city } = practice;
  const isFormer = city.formerSince !== null;
  const needs = hasAnswers ? '#answers' : addressOf('/needs', { topic: practice.topics });
  const missing = missingFields(practice).map((field) => t(`missingField.${field}`));
  return (
    <Section title={t('doesItFit')} place="doing">
      <Actions>
        {isFormer ? (
          <ButtonLink href={needs}>{t('findNeeds')}</ButtonLink>
        ) : (
          <>
            <ButtonLink href={askAddress({ with: city.slug, practice: practice.id })}>
              {t('askThem', { city: city.name })}
            </ButtonLink>
            <a href={needs}>{t('findNeeds')}</a>
          </>
        )}
      </Actions>
      <More>
        <a href={`/cities/${city.slug}`}>{t(isFormer ? 'seeFormerCity' : 'seeCity', { city: city.name })}</a>
      </More>
      <p className="soft small mt-4">{t('missing', { fields: format.list(missing, { type: 'unit' }) })}</p>
      {isFormer ? null : (
        <p className="small">
          <a className="linkline" href={correctionAddress('practice', practice.id)}>
            {t('addWhatYouKnow', { city: city.name })}
          </a>
        </p>
      )}
    </Section>
  );
}

/** Cost and staff are on record nowhere yet. */
function missingFields({ results, startYear, caveat }: Practice) {
  return [
    ...(results === null ? (['results'] as const) : []),
    ...(startYear === null ? (['start'] as const) : []),
    ...(caveat === null ? (['caveat'] as const) : []),
    'cost' as const,
    'staff' as const,
  ];
}

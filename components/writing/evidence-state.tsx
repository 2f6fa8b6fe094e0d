import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { EvidenceKind, EvidenceReview } from '#lib/practices/contract.ts';

export type OwnEvidence = { proposed: EvidenceKind | null; reviews: EvidenceReview[] };

/** What the city proposes, and what its secretariat says of it. Nobody else reads this. */
export function EvidenceState({
  evidence: { proposed, reviews },
  isDraft = false,
}: {
  evidence: OwnEvidence;
  isDraft?: boolean;
}) {
  const t = useTranslations('writing.evidence');
  const v = useTranslations('vocabulary');
  if (proposed === null || (proposed === 'self-reported' && reviews.length === 0)) return null;
  const review = reviews.find((one) => one.proposed === proposed);
  const kind = v(`evidence.${proposed}`);
  if (review === undefined) {
    return (
      <Section title={t('title')} place="block">
        <p className="small">{t(isDraft ? 'draft' : 'proposed', { kind })}</p>
      </Section>
    );
  }
  const { forum, isAgreed, note } = review;
  return (
    <Section title={t('title')} place="block">
      <p className="small">{t(isAgreed ? 'agreed' : 'differs', { forum, kind })}</p>
      {note ? <p className="small">{t('note', { note })}</p> : null}
    </Section>
  );
}

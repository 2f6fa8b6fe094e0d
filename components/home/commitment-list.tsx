import { type Entrance, Entrances } from '#components/ui/entrances.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Home } from '#lib/discovery/contract.ts';

type Commitment = Home['commitments'][number];

/** The six commitments of the Declaration as entrances, each with what the library really holds for it. */
export function CommitmentList({ commitments }: { commitments: Commitment[] }) {
  const t = useTranslations('home');
  const common = useTranslations('common');
  const entrance = (commitment: Commitment): Entrance => {
    const { number, practiceCount: practices, needCount: needs } = commitment;
    const hasNothing = practices + needs === 0;
    return {
      key: String(number),
      title: t(`commitment.${number}`),
      href: hrefOf(commitment),
      note: hasNothing ? t('commitmentHoldsNothing') : t('commitmentHolds', { practices, needs }),
    };
  };
  return (
    <Section title={t('commitments')} place="block">
      <Entrances items={commitments.map(entrance)} />
      <SourceLine>
        {t('declaration')} <a href="/sources">{common('sources')}</a>
      </SourceLine>
    </Section>
  );
}

/** The practices filed under it; the challenges where there is no practice; nowhere where there is neither. */
function hrefOf({ number, practiceCount, needCount }: Commitment): string | undefined {
  if (practiceCount > 0) return `/practices?commitment=${number}`;
  return needCount > 0 ? `/needs?commitment=${number}` : undefined;
}

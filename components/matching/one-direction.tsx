import { Local } from '#components/site/local.tsx';
import type { CircleKind } from '#components/ui/circle.tsx';
import { Direction, type End } from '#components/ui/match-card.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Cover, Direction as Learning } from '#lib/matching/contract.ts';
import { MarkedPassage } from './marked-passage.tsx';

type Props = {
  /** Who learns by this direction, and from whom. */
  learner: CityRef;
  teacher: CityRef;
  learning: Learning;
  /** Whose page this is: the line starts at its side. */
  own: CityRef;
};

/** One direction of a match in a sentence: what the learner looks for meets what the teacher has done. */
export function OneDirection({ learner, teacher, learning, own }: Props) {
  const t = useTranslations('matching');
  const [cover] = learning.covers;
  if (cover === undefined) return <EmptyDirection learner={learner} teacher={teacher} learning={learning} />;
  const need = endOfNeed(cover, t('looksFor', { city: learner.name }));
  const practice = endOfPractice(cover, t('hasDone', { city: teacher.name }));
  return learner.slug === own.slug ? (
    <Direction from={need} to={practice} />
  ) : (
    <Direction from={practice} to={need} />
  );
}

function endOfNeed(cover: Cover, label: string): End {
  return end('open', label, cover.need, `/needs/${cover.need.id}`);
}

function endOfPractice(cover: Cover, label: string): End {
  return end('filled', label, cover.practice, `/practices/${cover.practice.id}`);
}

function end(kind: CircleKind, label: string, record: Cover['need'], href: string): End {
  return {
    kind,
    label,
    say: <MarkedPassage passage={record.passage} tone={kind} isNoted={false} />,
    records: (
      <a href={href}>
        <Local of={record.title} />
      </a>
    ),
  };
}

/** Nothing of ours meets a need of theirs yet: the line starts at our side and does not arrive. */
function EmptyDirection({ learner, teacher, learning }: Omit<Props, 'own'>) {
  const t = useTranslations('matching');
  const names = { learner: learner.name, teacher: teacher.name };
  const from: End = {
    kind: 'filled',
    label: t('canShare', { city: teacher.name }),
    say: learning.empty === 'no-practice' ? t('nothingYet') : t('staysOpen', names),
    records: <a href={`/cities/${teacher.slug}`}>{t('practicesOf', { city: teacher.name })}</a>,
  };
  return <Direction isAlone from={from} to={t(`empty.${learning.empty ?? 'nothing-close'}`, names)} />;
}

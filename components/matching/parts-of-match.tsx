import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Cover, Direction, Match } from '#lib/matching/contract.ts';

/** The parts of a match on request, in words: every pair of records, what they share, how good the evidence is. */
export function PartsOfMatch({ own, match }: { own: CityRef; match: Match }) {
  const t = useTranslations('matching');
  return (
    <Fold summary={t('madeOf')}>
      <div className="read prose">
        <PartsOfDirection learner={own} teacher={match.city} direction={match.learn} />
        <PartsOfDirection learner={match.city} teacher={own} direction={match.share} />
        <p className="soft small">{t('madeOfHow')}</p>
      </div>
    </Fold>
  );
}

type PartsProps = { learner: CityRef; teacher: CityRef; direction: Direction };

function PartsOfDirection({ learner, teacher, direction }: PartsProps) {
  const t = useTranslations('matching');
  const names = { learner: learner.name, teacher: teacher.name };
  if (direction.covers.length === 0) return <p>{t('answersNone', names)}</p>;
  return (
    <>
      <p>{t('answers', { ...names, covered: direction.coveredNeeds, needs: direction.needs })}</p>
      <ul className="plainlist">
        {direction.covers.map((cover) => (
          <li key={`${cover.need.id} ${cover.practice.id}`}>
            <CoverParts cover={cover} />
          </li>
        ))}
      </ul>
    </>
  );
}

function CoverParts({ cover }: { cover: Cover }) {
  const t = useTranslations('matching');
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const { need, practice } = cover;
  const topics = format.list(
    cover.topics.map((topic) => <Local key={topic.code} of={topic.label} />),
    { type: 'conjunction' },
  );
  const year = practice.startYear === null ? 'none' : String(practice.startYear);
  return (
    <>
      <p>
        {t.rich('cover', {
          need: () => linkTo(`/needs/${need.id}`, <Local of={need.title} />),
          practice: () => linkTo(`/practices/${practice.id}`, <Local of={practice.title} />),
        })}
      </p>
      <p className="small">
        {t(`closeness.${cover.closeness}`)}{' '}
        {cover.topics.length > 0 ? t.rich('topics', { topics: () => topics }) : t('noTopics')}{' '}
        {t('evidence', { evidence: words(`evidence.${practice.evidence}`), year })}
        {practice.stage === 'planned' ? ` ${t('planned')}` : null}
      </p>
    </>
  );
}

function linkTo(href: string, words: ReactNode): ReactNode {
  return (
    <a key={href} href={href}>
      {words}
    </a>
  );
}

import { askAddress } from '#components/exchanges/address.ts';
import { CityName } from '#components/site/city-name.tsx';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { ContextStrip, MatchCard } from '#components/ui/match-card.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Match, MatchMode } from '#lib/matching/contract.ts';
import { useContextItems } from './context-items.tsx';
import { OneDirection } from './one-direction.tsx';
import { PartsOfMatch } from './parts-of-match.tsx';
import { NotRelevantButton, type SayRelevant } from './relevance.tsx';
import { TiesOfMatch } from './ties-of-match.tsx';

type Props = { own: CityRef; match: Match; mode: MatchMode; now: Date; say: SayRelevant | null };

/** One suggested partner: a sentence in each direction, the context beside it, its parts on request. */
export function CityMatch({ own, match, mode, now, say }: Props) {
  const t = useTranslations('matching');
  const common = useTranslations('common');
  const other = match.city;
  const items = useContextItems(own, match, now);
  return (
    <MatchCard
      label={t('cardLabel', { own: own.name, other: other.name })}
      ours={{ name: own.name, note: t(`mode.${mode}`, { city: own.name }) }}
      theirs={{ name: <CityName city={other} />, note: common(`country.${other.country}`) }}
    >
      <OneDirection own={own} learner={own} teacher={other} learning={match.learn} />
      <OneDirection own={own} learner={other} teacher={own} learning={match.share} />
      <ContextStrip items={items} />
      <TiesOfMatch ties={match.ties} />
      <Actions>
        <ButtonLink href={askAbout(own, match)}>{t('ask', { city: other.name })}</ButtonLink>
        <a href={`/cities/${other.slug}`}>{t('open', { city: other.name })}</a>
        {say === null ? null : <NotRelevantButton say={say} other={other} />}
      </Actions>
      <div className="lg:pl-7 mt-2">
        <PartsOfMatch own={own} match={match} />
        {hasUnchecked(match) ? <p className="soft small mt-2">{t('unchecked')}</p> : null}
      </div>
    </MatchCard>
  );
}

/** Filled in with what the card says first: our need and their practice. */
function askAbout(own: CityRef, { city, learn }: Match): string {
  const [cover] = learn.covers;
  return askAddress({
    city: own.slug,
    with: city.slug,
    need: cover?.need.id,
    practice: cover?.practice.id,
  });
}

/** Whether the card shows a translation that nobody has checked. */
function hasUnchecked({ learn, share }: Match): boolean {
  return [...learn.covers, ...share.covers]
    .flatMap(({ need, practice }) => [need.title, need.passage, practice.title, practice.passage])
    .some((text) => text.isUncheckedTranslation);
}

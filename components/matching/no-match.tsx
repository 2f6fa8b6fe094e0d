import { Section } from '#components/ui/section.tsx';
import { newAddress } from '#components/writing/address.ts';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { MatchList } from '#lib/matching/contract.ts';
import { FIRST_MATCHES, type MatchState, matchesHref } from './address.ts';

type Props = { why: NonNullable<MatchList['empty']>; state: MatchState; city: CityRef };

/** No suggestion rather than a weak one: why, and what helps. */
export function NoMatch({ why, state, city }: Props) {
  const t = useTranslations('matching');
  const name = { city: city.name };
  const other = state.mode === 'exchange' ? 'learn-from' : 'exchange';
  const kind = why === 'no-practice' ? 'practice' : 'need';
  const isOtherWorthIt = why !== 'no-need';
  return (
    <Section title={t(`none.${why}`)}>
      <div className="read prose">
        <p>{t(`noneText.${why}`, name)}</p>
        <p>{t('helps')}</p>
        <ul className="plainlist">
          <li>
            <a href={newAddress(kind)}>{t(`helpWrite.${kind}`, name)}</a>
          </li>
          {state.country === undefined ? null : (
            <li>
              <a href={matchesHref({ ...state, country: undefined })}>{t('helpCountry')}</a>
            </li>
          )}
          {isOtherWorthIt ? (
            <li>
              <a href={matchesHref({ ...state, mode: other, limit: FIRST_MATCHES })}>
                {t(`helpMode.${other}`, name)}
              </a>
            </li>
          ) : null}
          <li>
            <a href="/#problem">{t('helpProblem')}</a>
          </li>
          <li>
            <a href={`/cities/${city.slug}`}>{t('helpPage', name)}</a>
          </li>
          <li>
            <a href={`/corrections/new?kind=city&id=${city.slug}`} rel="nofollow">
              {t('helpCorrection')}
            </a>
          </li>
        </ul>
      </div>
    </Section>
  );
}

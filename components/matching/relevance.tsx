import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { MatchState } from './address.ts';

/** How the office says that a city is not relevant to it; absent for who may not say it. */
export type SayRelevant = {
  act: (data: FormData) => Promise<void>;
  newCommandId: () => string;
  state: MatchState;
};

function Saying({
  say,
  other,
  verb,
  children,
}: {
  say: SayRelevant;
  other: CityRef;
  verb: 'hide' | 'back';
  children: string;
}) {
  const { slug, mode, limit, country = '' } = say.state;
  return (
    <form action={say.act} className="inline">
      {Object.entries({ slug, mode, limit, country, other: other.slug, commandId: say.newCommandId() }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <button type="submit" name="do" value={verb} className="linkbtn quiet small">
        {children} <span className="hide">{other.name}</span>
      </button>
    </form>
  );
}

/** Quietly at the end of a card. */
export function NotRelevantButton({ say, other }: { say: SayRelevant; other: CityRef }) {
  const t = useTranslations('matching.relevance');
  return (
    <Saying say={say} other={other} verb="hide">
      {t('hide')}
    </Saying>
  );
}

/** Which cities the office does not want to be suggested, each with the way back. */
export function NotRelevant({ say, cities }: { say: SayRelevant | null; cities: readonly CityRef[] }) {
  const t = useTranslations('matching.relevance');
  if (cities.length === 0) return null;
  return (
    <div id="not-relevant" className="small mt-8 read">
      <p className="soft">{t('hidden')}</p>
      <ul className="plainlist">
        {cities.map((city) => (
          <li key={city.slug}>
            {city.name}{' '}
            {say === null ? null : (
              <Saying say={say} other={city} verb="back">
                {t('back')}
              </Saying>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Button } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { LinkRow } from '#components/ui/links.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import { MATCH_MODES } from '#lib/matching/contract.ts';
import { COUNTRIES } from '#lib/platform/fields.ts';
import { FIRST_MATCHES, type MatchState, matchesHref } from './address.ts';

/** Who learns (links) and of which country (a plain form). */
export function MatchChoices({ state, city }: { state: MatchState; city: CityRef }) {
  const t = useTranslations('matching');
  const common = useTranslations('common');
  const language = useLocale();
  const countries = COUNTRIES.map((code) => ({ code, name: common(`country.${code}`) })).sort((a, b) =>
    a.name.localeCompare(b.name, language),
  );
  return (
    <div className="noprint">
      <LinkRow
        label={t('modes')}
        items={MATCH_MODES.map((mode) => ({
          href: matchesHref({ ...state, mode, limit: FIRST_MATCHES }),
          label: t(`mode.${mode}`, { city: city.name }),
          isCurrent: mode === state.mode,
        }))}
      />
      <Fold summary={t('countryChoice')} isOpen={state.country !== undefined}>
        <form action={`/cities/${city.slug}/matches`} className="mt-4 flex flex-wrap items-end gap-4">
          {state.mode === 'exchange' ? null : <input type="hidden" name="mode" value={state.mode} />}
          <SelectField
            id="country"
            name="country"
            label={t('countryLabel')}
            defaultValue={state.country ?? ''}
          >
            <option value="">{t('everyCountry')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button isLine>{t('show')}</Button>
        </form>
      </Fold>
    </div>
  );
}

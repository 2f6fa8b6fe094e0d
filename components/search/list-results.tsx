import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { useTranslations } from '#i18n/words.ts';
import { Ignored } from './ignored.tsx';
import { IDS } from './live-page.ts';
import { LiveResults } from './live-results.tsx';
import type { IgnoredParameter } from './read-parameters.ts';

type Props = {
  /** How many there are. */
  title: string;
  /** In which order; absent where there is nothing to order. */
  hint?: string | undefined;
  ignored: IgnoredParameter[];
  isSearchAway: boolean;
  children: ReactNode;
};

/** The results of a list, which follow its two forms where scripts run. */
export function ListResults({ title, hint, ignored, isSearchAway, children }: Props) {
  const t = useTranslations('search');
  return (
    <LiveResults words={{ slow: t('slow'), failed: t('failed') }}>
      <div id={IDS.results} data-said={hint === undefined ? title : t('said', { count: title, order: hint })}>
        <section aria-labelledby="results">
          <h2 id="results" tabIndex={-1}>
            {title}
          </h2>
          {hint === undefined ? null : <p className="hint">{hint}</p>}
          <Ignored items={ignored} />
          {isSearchAway ? (
            <div className="mb-6">
              <Notice>{t('away')}</Notice>
            </div>
          ) : null}
          {children}
        </section>
      </div>
    </LiveResults>
  );
}

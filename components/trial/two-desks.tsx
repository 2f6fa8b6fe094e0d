import type { ReactNode } from 'react';
import { CityName } from '#components/site/city-name.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';

type Desk = { city: CityRef; children: ReactNode };

/** Your desk left, the other one right; on a phone one under the other. */
export function TwoDesks({ own, beside }: { own: Desk; beside: Desk | null }) {
  const t = useTranslations('trial');
  return (
    <div className="desks block">
      <section aria-labelledby="own-desk">
        <p className="hint">{t('yourDesk')}</p>
        <h2 id="own-desk">
          <CityName city={own.city} />
        </h2>
        {own.children}
      </section>
      {beside === null ? null : (
        <section aria-labelledby="beside-desk">
          <p className="hint">{t('deskBeside')}</p>
          <h2 id="beside-desk">
            <CityName city={beside.city} />
          </h2>
          {beside.children}
        </section>
      )}
    </div>
  );
}

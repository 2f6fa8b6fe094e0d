import { CityAndCountry } from '#components/site/city-name.tsx';
import { Local } from '#components/site/local.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { SearchHit } from '#lib/discovery/contract.ts';

const PLACES = { practice: '/practices', need: '/needs', city: '/cities', topic: '/topics' } as const;

/** Hits of one kind, the searched words marked. Only challenges and practices have a circle. */
export function Hits({ items }: { items: SearchHit[] }) {
  return (
    <Records isBare={items.every(({ kind }) => kind === 'city' || kind === 'topic')}>
      {items.map((hit) => (
        <Hit key={`${hit.kind}:${hit.id}`} hit={hit} />
      ))}
    </Records>
  );
}

function Hit({ hit: { kind, id, title, pieces, city } }: { hit: SearchHit }) {
  const t = useTranslations('common');
  const circle = { practice: 'filled', need: 'open', city: undefined, topic: undefined } as const;
  const word = { practice: t('practiceWord'), need: t('needWord'), city: undefined, topic: undefined };
  return (
    <RecordItem
      kind={circle[kind]}
      kindWord={word[kind]}
      where={
        city === null ? undefined : kind === 'city' ? (
          t(`country.${city.country}`)
        ) : (
          <CityAndCountry city={city} />
        )
      }
      title={<Local of={title} pieces={pieces} tone={kind === 'need' ? 'open' : 'filled'} />}
      href={`${PLACES[kind]}/${encodeURIComponent(id)}`}
    />
  );
}

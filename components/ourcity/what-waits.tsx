import type { ReactNode } from 'react';
import { momentInWords } from '#components/cities/day.ts';
import { CLAIM_ADDRESS } from '#components/claim/items.ts';
import { WaitingExchange } from '#components/exchanges/exchange-list.tsx';
import { Local } from '#components/site/local.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Section } from '#components/ui/section.tsx';
import { editAddress, ownAddress } from '#components/writing/address.ts';
import { useLocale, useTranslations, type Words } from '#i18n/words.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import type { ExchangeCard } from '#lib/exchanges/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { REQUESTS_ADDRESS } from './requests-page.tsx';

/** One thing that waits for this reader: since when, what, and where it is done. */
export type Waiting =
  | {
      what: 'approve' | 'with-office' | 'draft' | 'confirm';
      kind: DraftKind;
      id: string;
      title: LocalText;
      since: string;
    }
  | { what: 'correction'; id: string; title: LocalText; message: string; since: string }
  | { what: 'compiled'; count: number; since: string }
  | { what: 'exchange'; id: string; exchange: ExchangeCard; since: string }
  /** Somebody named, whom the reader confirms. */
  | { what: 'person'; id: string; name: string; role: string; since: string }
  /** The office has no focal point, and the reader may invite one. */
  | { what: 'name'; since: string };

/** What waits, the longest first. */
export function WhatWaits({ items, timeZone }: { items: Waiting[]; timeZone: string }) {
  const t = useTranslations('ourcity.waits');
  const sorted = [...items].sort((a, b) => (a.since < b.since ? -1 : 1));
  return (
    <Section title={t('title')}>
      {items.length === 0 ? (
        <Empty title={t('nothing')} />
      ) : (
        <ol className="ledger">
          {sorted.map((item) => (
            <Item key={keyOf(item)} item={item} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </Section>
  );
}

const keyOf = (item: Waiting): string =>
  item.what === 'compiled' || item.what === 'name'
    ? item.what
    : `${item.what} ${'kind' in item ? item.kind : ''} ${item.id}`;

function Item({ item, timeZone }: { item: Waiting; timeZone: string }) {
  if (item.what === 'exchange') return <WaitingExchange exchange={item.exchange} timeZone={timeZone} />;
  return <RecordItem item={item} timeZone={timeZone} />;
}

type RecordWaiting = Exclude<Waiting, { what: 'exchange' }>;

function RecordItem({ item, timeZone }: { item: RecordWaiting; timeZone: string }) {
  const t = useTranslations('ourcity.waits');
  const language = useLocale();
  const since = new Date(item.since);
  const heading = useHeading(item);
  const isNext = item.what === 'approve';
  return (
    <li>
      <p className="date">
        {momentInWords(since, language, { day: 'numeric', timeZone })}
        <span>{momentInWords(since, language, { month: 'short', timeZone })}</span>
      </p>
      <div className="what">
        <h3>{heading}</h3>
        <p className="soft">{textOf(item, t)}</p>
      </div>
      <p className="act">
        <a className={isNext ? 'btn' : undefined} href={addressOf(item)}>
          {t(`${item.what}.act`)}
        </a>
      </p>
    </li>
  );
}

function useHeading(item: RecordWaiting): ReactNode {
  const t = useTranslations('ourcity.waits');
  const o = useTranslations('offices.role');
  switch (item.what) {
    case 'compiled':
    case 'name':
      return t(`${item.what}.title`);
    case 'person':
      return <bdi>{t('person.title', { name: item.name, role: o(item.role) })}</bdi>;
    default:
      return t.rich(`${item.what}.title`, { title: () => <Local key="title" of={item.title} /> });
  }
}

function textOf(item: RecordWaiting, t: Words): string {
  switch (item.what) {
    case 'compiled':
      return t('compiled.text', { count: item.count });
    case 'correction':
      return item.message;
    default:
      return t(`${item.what}.text`);
  }
}

function addressOf(item: RecordWaiting): string {
  if (item.what === 'compiled') return CLAIM_ADDRESS;
  if (item.what === 'name') return '/our-city/people';
  if (item.what === 'person') return `/appointments/${item.id}`;
  if (item.what === 'correction') return `${REQUESTS_ADDRESS}#request-${item.id}`;
  return item.what === 'draft' ? editAddress(item.kind, item.id) : ownAddress(item.kind, item.id);
}

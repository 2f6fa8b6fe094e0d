import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { publicAddresses } from '#app/request/addresses.ts';
import { getTranslations } from '#i18n/words.ts';
import { env } from '#lib/platform/env.ts';

/**
 * The `metadata` of a page that renders its `pageHead` itself, which React then puts into the head: Next asks each
 * layout and page for its metadata and waits for them, a seventh of a small page (docs/decisions/0021-speed-of-pages.md).
 */
export const headOfItsOwn: Metadata = { title: { absolute: '' }, description: null, alternates: {} };

/** Title, description and public addresses of a page, as Next would write them. */
export async function pageHead(words: { title: string; description: string }): Promise<ReactNode> {
  const { alternates } = publicAddresses((await headers()).get('x-saling-path'), env().publicUrl);
  const languages = Object.entries(alternates?.languages ?? {});
  return (
    <>
      {await titleAndDescription(words)}
      {alternates?.canonical ? <link rel="canonical" href={String(alternates.canonical)} /> : null}
      {languages.map(([language, address]) => (
        <link key={language} rel="alternate" hrefLang={language} href={String(address)} />
      ))}
    </>
  );
}

/** The head of a page that is not there. */
export async function missingHead(): Promise<ReactNode> {
  const t = await getTranslations('errors');
  return (
    <>
      {await titleAndDescription({ title: t('notFoundTitle'), description: t('notFoundText') })}
      <meta name="robots" content="noindex" />
    </>
  );
}

/** The head of a page that no search engine keeps. `isSecret`: no other site hears its address. */
export async function hiddenHead({
  title,
  isSecret,
}: {
  title: string;
  isSecret?: true;
}): Promise<ReactNode> {
  return (
    <>
      {await titleAndDescription({ title })}
      <meta name="robots" content="noindex" />
      {isSecret ? <meta name="referrer" content="same-origin" /> : null}
    </>
  );
}

async function titleAndDescription({ title, description }: { title: string; description?: string }) {
  const t = await getTranslations('common');
  return (
    <>
      <title>{`${title} – ${t('name')}`}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
    </>
  );
}

import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { publicAddresses } from '#app/request/addresses.ts';
import { getLocale, getTranslations } from '#i18n/words.ts';
import { env } from '#lib/platform/env.ts';
import { fontClasses } from './fonts.ts';
import { readTheme } from './theme/theme.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  const sent = await headers();
  const requestId = sent.get('x-request-id');
  return {
    title: { default: t('siteTitle'), template: `%s – ${t('name')}` },
    description: t('siteDescription'),
    ...publicAddresses(sent.get('x-saling-path'), env().publicUrl),
    // For error pages: the number leads to the line in the log.
    other: {
      ...(requestId ? { 'request-id': requestId } : {}),
      ...(sent.get('x-saling-direct') === '1' ? { 'trial-copy': 'yes' } : {}),
    },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get('theme')?.value);
  return (
    <html lang={await getLocale()} data-theme={theme} className={fontClasses}>
      <head>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}

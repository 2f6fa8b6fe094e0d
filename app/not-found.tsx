import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Missing } from '#components/site/missing.tsx';
import PublicLayout from './(public)/layout.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors');
  return { title: t('notFoundTitle'), alternates: {}, robots: { index: false } };
}

/** An address that no route knows: the same frame as any page. */
export default function NotFound() {
  return (
    <PublicLayout>
      <Missing />
    </PublicLayout>
  );
}

import type { Metadata } from 'next';
import { ProsePage, type ProsePart } from '#components/site/prose-page.tsx';
import { getTranslations } from '#i18n/words.ts';

const PARTS: ProsePart[] = [
  { title: 'whatTitle', texts: ['what1', 'what2', 'what3'], isList: true },
  { title: 'whoseTitle', texts: ['whose1', 'whose2'] },
  { title: 'declarationTitle', texts: ['declaration1', 'declaration2'] },
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages.about');
  return { title: t('title') };
}

export default function AboutPage() {
  return <ProsePage page="about" parts={PARTS} hasUnder />;
}

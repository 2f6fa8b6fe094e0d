import type { Metadata } from 'next';
import { ProsePage, type ProsePart } from '#components/site/prose-page.tsx';
import { getTranslations } from '#i18n/words.ts';

const PARTS: ProsePart[] = [
  { title: 'doneTitle', texts: ['done1', 'done2', 'done3', 'done4', 'done5'], isList: true },
  { title: 'limitsTitle', texts: ['limits1', 'limits2', 'limits3', 'limits4'], isList: true },
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages.accessibility');
  return { title: t('title') };
}

export default function AccessibilityPage() {
  return <ProsePage page="accessibility" parts={PARTS} />;
}

import type { Metadata } from 'next';
import { found } from '#app/request/found.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { Letter } from '#components/offices/letter.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getAppointment, getToday } from '#lib/identity/queries/offices.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('letter.title'), robots: { index: false } };
}

export default async function LetterPage({ params }: Props) {
  const context = await memberContext();
  const person = await found(getAppointment(context, { id: (await params).id }));
  return person === null ? <Missing /> : <Letter person={person} today={await getToday(context, {})} />;
}

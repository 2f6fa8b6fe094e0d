import type { Metadata } from 'next';
import { found } from '#app/request/found.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { exchangeAddress } from '#components/exchanges/address.ts';
import { BriefPaper } from '#components/papers/brief-paper.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { noteBriefSeen } from '#lib/trial/commands.ts';
import { paperFont } from './fonts.ts';
import { readBrief } from './read.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('papers');
  return { title: t('crumb'), robots: { index: false } };
}

export default async function BriefPage({ params }: Props) {
  const { id } = await params;
  const context = await memberContext();
  const shown = await found(readBrief(context, id));
  const sheet = shown?.sheets[0];
  if (sheet === undefined) return <Missing />;
  await noteBriefSeen(context, id);
  return <BriefPaper sheet={sheet} exchange={exchangeAddress(id)} font={paperFont.variable} />;
}

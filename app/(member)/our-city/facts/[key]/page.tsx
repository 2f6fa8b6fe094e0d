import type { Metadata } from 'next';
import { autosaveFact, moveFact, writeFact } from '#app/(member)/our-city/actions/fact.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { answerMissing } from '#app/request/found.ts';
import { actionField } from '#app/request/late-form.ts';
import { FactEditPage } from '#components/facts/fact-edit-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { withoutCompiledSource } from '#lib/facts/rules.ts';
import { digestOf } from '#lib/platform/digest.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('facts');
  const { key } = await params;
  const title = t.has(`edit.title.${key}`) ? t(`edit.title.${key}`) : t('title');
  return { title, robots: { index: false } };
}

export default async function EditFactPage({ params, searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug } = own;
  const { key } = await params;
  const fact = (await listOwnFacts(context, { citySlug: slug })).find((one) => one.key === key);
  if (fact === undefined) {
    await answerMissing();
    return <Missing />;
  }
  const rights = await getRights(context, { citySlug: slug });
  return (
    <FactEditPage
      fact={{ ...fact, content: withoutCompiledSource(fact.content, fact.compiled) }}
      maySpeak={rights.maySpeak}
      personTag={digestOf(context.actor.personId).slice(0, 12)}
      action={writeFact}
      autosave={autosaveFact}
      autosaveField={actionField(autosaveFact)}
      deed={moveFact}
      newCommandId={newId}
      from={(await searchParams).from === 'claim' ? 'claim' : undefined}
    />
  );
}

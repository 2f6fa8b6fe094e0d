import type { Metadata } from 'next';
import { holdPair, liftPair } from '#app/desk/held-actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { officerContext, type SignedIn } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { HeldTable } from '#components/desk/held-table.tsx';
import { ActionForm } from '#components/offices/action-form.tsx';
import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Section } from '#components/ui/section.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listMapCities } from '#lib/cities/queries.ts';
import { listHeldPairs } from '#lib/matching/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.held');
  return { title: t('title'), robots: { index: false } };
}

export default async function HeldPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const t = await getTranslations('desk.held');
  const query = await searchParams;
  const done = firstOf(query.done);
  const pairs = await listHeldPairs(context, {});
  const again = { one: firstOf(query.one), other: firstOf(query.other) };
  return (
    <>
      <DeskTitle title={t('title')} under={t('under')} />
      <Notice>{t('silent')}</Notice>
      {done === 'held' || done === 'lifted' ? (
        <div className="notice" role="status">
          <p>{t(`done.${done}`)}</p>
        </div>
      ) : null}
      <Section title={t('list')} place="block">
        {pairs.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <HeldTable pairs={pairs} lift={liftPair} newCommandId={newId} />
        )}
      </Section>
      <Section title={t('add')} id="add" place="block">
        <ActionForm
          name="held"
          action={holdPair}
          commandId={newId()}
          fields={await fieldsOf(context, again)}
          words={await formWords(t('send'))}
        />
      </Section>
    </>
  );
}

/** @param again the pair that was just lifted, to hold it back once more */
async function fieldsOf(
  context: SignedIn,
  again: { one: string | undefined; other: string | undefined },
): Promise<FieldSpec[]> {
  const t = await getTranslations('desk.held');
  const cities = (await listMapCities(context, {})).filter((city) => city.formerSince === null);
  const options = cities.map(({ slug, name }) => ({ value: slug, label: name }));
  return [
    { kind: 'select', name: 'oneSlug', label: t('one'), value: again.one, options },
    { kind: 'select', name: 'otherSlug', label: t('other'), value: again.other, options },
    { kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), rows: 3 },
  ];
}

import { dayInWords } from '#components/cities/day.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { ActionPlan, PaperKind, Programme, Recommendations } from '#lib/carrying-out/contract.ts';
import { paperFields, textOfItem } from './paper-fields.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay, useFormWords } from './words.ts';

type Item = Record<string, string>;
type Paper = Programme | Recommendations | ActionPlan;

/** The two days, hour by hour. */
export function ProgrammeSection(props: SectionProps) {
  return <PaperSection {...props} kind="programme" paper={props.carrying.programme} />;
}
export function RecommendationsSection(props: SectionProps) {
  return <PaperSection {...props} kind="recommendations" paper={props.carrying.recommendations} />;
}
/** Who does what until when, and how one will see it. */
export function ActionPlanSection(props: SectionProps) {
  return <PaperSection {...props} kind="action-plan" paper={props.carrying.actionPlan} />;
}

function PaperSection(props: SectionProps & { kind: PaperKind; paper: Paper | null }) {
  const t = useTranslations('carrying');
  const { exchange, carrying, kind, paper, timeZone } = props;
  const day = useDay(timeZone);
  const mayWrite = carrying.mayWrite.includes(kind);
  const items: Item[] = paper?.items ?? [];
  if (items.length === 0 && !mayWrite) return null;
  return (
    <Section title={t(`${kind}.title`)} id={kind} place="block">
      {items.length === 0 ? (
        <p className="soft read">{t(`${kind}.nothing`)}</p>
      ) : (
        <Items kind={kind} items={items} />
      )}
      {paper === null || items.length === 0 ? null : (
        <p className="source">{t('by', { city: cityOf(exchange, paper.side).name, date: day(paper.at) })}</p>
      )}
      {mayWrite ? <Writing {...props} items={items} /> : null}
    </Section>
  );
}

function Items({ kind, items }: { kind: PaperKind; items: Item[] }) {
  const t = useTranslations('carrying');
  const language = useLocale();
  if (kind === 'recommendations') {
    return (
      <ol className="prose list-decimal pl-6">
        {items.map((item, place) => (
          // The same words may stand twice: the place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is written anew as a whole
          <li key={place} dir="auto" className="whitespace-pre-wrap">
            {item.text}
          </li>
        ))}
      </ol>
    );
  }
  const on = (item: Item) => (item.on ? dayInWords(item.on, language) : t('unsaid'));
  const said = (text: string | undefined) => (text ? <bdi>{text}</bdi> : t('unsaid'));
  const rows =
    kind === 'programme'
      ? items.map((item) => [said(item.what), on(item), times(item) || t('unsaid'), said(item.where)])
      : items.map((item) => [
          said(item.action),
          said(item.owner),
          said(item.cost),
          on(item),
          said(item.indicator),
        ]);
  const columns =
    kind === 'programme' ? ['what', 'on', 'time', 'where'] : ['action', 'owner', 'cost', 'on', 'indicator'];
  return (
    <DataTable
      isStacked
      columns={columns.map((key) => ({ key, label: t(`${kind}.column.${key}`) }))}
      rows={rows.map((cells, place) => ({ key: String(place), cells }))}
    />
  );
}

const times = ({ from, until }: Item): string => [from, until].filter(Boolean).join('–');

function Writing(props: SectionProps & { kind: PaperKind; items: Item[] }) {
  const t = useTranslations('carrying');
  const { exchange, kind, items, paperActions, newCommandId } = props;
  const add = useFormWords(t(`${kind}.add`));
  const change = useFormWords(t('change'));
  const form = (item: Item | null, place: number) => (
    <ActionForm
      name={`${kind}-${place}`}
      action={paperActions.saveItem}
      commandId={newCommandId()}
      hidden={{ id: exchange.id, kind, was: item === null ? '' : textOfItem(item) }}
      fields={paperFields(t, kind, item ?? {})}
      words={item === null ? add : change}
      isLine
    />
  );
  return (
    <>
      <Fold summary={t(`${kind}.add`)} isOpen={false}>
        {form(null, items.length)}
      </Fold>
      {items.length === 0 ? null : (
        <Fold summary={t(`${kind}.edit`)}>
          {items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is written anew as a whole
            <div key={place} className="mb-8">
              <h3>{t(`${kind}.number`, { number: place + 1 })}</h3>
              {form(item, place)}
              <form action={paperActions.removeItem} className="deed">
                {Object.entries({
                  id: exchange.id,
                  kind,
                  was: textOfItem(item),
                  commandId: newCommandId(),
                }).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <Button isLine>{t('remove', { number: place + 1 })}</Button>
              </form>
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}

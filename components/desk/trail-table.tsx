import { SECRETARIAT_ZONE, timeInWords } from '#components/cities/day.ts';
import { OfficeName } from '#components/offices/office-name.tsx';
import { fileAddress } from '#components/records/file-facts.ts';
import { Actions, Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';

export type TrailEntry = {
  id: string;
  at: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  actorKind: string;
  title: string | null;
  key: string | null;
  isOnPaper: boolean;
  sheetId: string | null;
  officeKind: 'city-office' | 'secretariat' | 'chair' | 'observer' | null;
  officeName: string | null;
};

const PLACES: Record<string, string> = {
  city: 'cities',
  membership: 'cities',
  practice: 'practices',
  need: 'needs',
};

type FilterProps = {
  kinds: readonly string[];
  actors: readonly ('people' | 'everybody')[];
  choices: readonly number[];
  kind: string;
  by: string;
  days: number;
};

/** Which kinds of things, by whom, and how far back. */
export function TrailFilter({ kinds, actors, choices, kind, by, days }: FilterProps) {
  const t = useTranslations('desk');
  return (
    <search>
      <form action="/desk/trail" className="read">
        <SelectField id="kind" name="kind" label={t('trail.about')} defaultValue={kind}>
          <option value="">{t('trail.everything')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField id="by" name="by" label={t('trail.by')} defaultValue={by}>
          {actors.map((one) => (
            <option key={one} value={one}>
              {t(`trail.actors.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField id="days" name="days" label={t('trail.since')} defaultValue={days}>
          {choices.map((one) => (
            <option key={one} value={one}>
              {t('trail.days', { days: one })}
            </option>
          ))}
        </SelectField>
        <Actions>
          <Button isLine>{t('trail.show')}</Button>
        </Actions>
      </form>
    </search>
  );
}

/** What was done, when, and by which office; no person is named. */
export function TrailTable({ items }: { items: TrailEntry[] }) {
  const t = useTranslations('desk');
  const locale = useLocale();
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'at', label: t('column.at') },
        { key: 'did', label: t('column.did') },
        { key: 'by', label: t('column.by') },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <time key="at" dateTime={item.at}>
            {timeInWords(item.at, locale, SECRETARIAT_ZONE)}
          </time>,
          <Did key="did" item={item} />,
          <By key="by" item={item} />,
        ],
      }))}
    />
  );
}

function Did({ item }: { item: TrailEntry }) {
  const t = useTranslations('desk');
  const words = t.has(`verb.${item.verb}`) ? t(`verb.${item.verb}`) : t(`kind.${item.subjectKind}`);
  const place = PLACES[item.subjectKind];
  if (place !== undefined && item.key !== null) {
    return (
      <>
        {words}{' '}
        <a href={`/${place}/${item.key}`}>
          <bdi>{item.title}</bdi>
        </a>
        {item.isOnPaper ? <OnPaper sheetId={item.sheetId} /> : null}
      </>
    );
  }
  if (item.subjectKind === 'mail') return <a href="/desk/mails">{words}</a>;
  return item.subjectKind === 'appointment' ? <a href={`/appointments/${item.subjectId}`}>{words}</a> : words;
}

/** The mayor's office had agreed on paper. */
function OnPaper({ sheetId }: { sheetId: string | null }) {
  const t = useTranslations('desk');
  return (
    <> ({sheetId === null ? t('trail.onPaper') : <a href={fileAddress(sheetId)}>{t('trail.onPaper')}</a>})</>
  );
}

function By({ item: { officeKind, officeName, actorKind } }: { item: TrailEntry }) {
  const t = useTranslations('desk');
  if (officeKind === null || officeName === null) return t(`actor.${actorKind}`);
  const forum = officeName.startsWith('MGMAC') ? 'MGMAC' : 'AGMF';
  return <OfficeName office={{ id: '', kind: officeKind, name: officeName, citySlug: null, forum }} />;
}

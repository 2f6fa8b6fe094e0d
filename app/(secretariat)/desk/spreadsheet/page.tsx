import type { Metadata } from 'next';
import { handleSheet } from '#app/desk/sheet-action.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { SheetForm, type SheetWords } from '#components/desk/sheet-form.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { SHEET_FIELDS } from '#lib/identity/contract.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('sheet.title'), robots: { index: false } };
}

const CODES = [
  'wrong-address',
  'unknown-value',
  'wrong-role',
  'wrong-order',
  'wrong-value',
  'required',
  'not-served',
  'repeated',
] as const;

export default async function SpreadsheetPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  if ((await officerContext()) === null) return null;
  const t = await getTranslations('desk');
  const asked = [(await searchParams).office ?? []].flat().filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug));
  // Offices that were chosen on the desk: only the addresses are to be written.
  const text = ['office,role,email', ...asked.map((slug) => `${slug},focal-point,`)].join('\n');
  return (
    <>
      <DeskTitle title={t('sheet.title')} under={t('sheet.under')} />
      <SheetForm
        action={handleSheet}
        commandId={newId()}
        text={asked.length === 0 ? '' : text}
        words={await sheetWords()}
      />
    </>
  );
}

async function sheetWords(): Promise<SheetWords> {
  const t = await getTranslations('desk');
  const o = await getTranslations('offices');
  const all = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
    Object.fromEntries(keys.map((key) => [key, say(key)]));
  return {
    text: t('sheet.text'),
    textHint: t('sheet.textHint'),
    file: t('sheet.file'),
    fileHint: t('sheet.fileHint'),
    check: t('sheet.check'),
    send: t('sheet.send'),
    ready: t('sheet.ready'),
    nobody: t('sheet.nobody'),
    wrong: t('sheet.wrong'),
    columns: {
      line: t('sheet.line'),
      office: o('fact.office'),
      role: o('fact.role'),
      email: o('fact.address'),
      state: t('sheet.state'),
    },
    states: all(['new', 'open', 'held'] as const, (key) => t(`sheet.states.${key}`)),
    codes: all(CODES, (key) => t(`sheet.code.${key}`)),
    fields: { row: t('sheet.row'), ...all(SHEET_FIELDS, (key) => o(`field.${key}.label`)) },
    other: t('sheet.code.wrong-value'),
  };
}

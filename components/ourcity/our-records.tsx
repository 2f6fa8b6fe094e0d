import { Local } from '#components/site/local.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { newAddress, ownAddress } from '#components/writing/address.ts';
import { useStateWords } from '#components/writing/own-page.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Draft, OwnRecord } from '#lib/drafts/contract.ts';

/** Every record of the city: what is being written first, then what is published, then what was withdrawn. */
export function OurRecords({ drafts, records }: { drafts: Draft[]; records: OwnRecord[] }) {
  const t = useTranslations('ourcity');
  const c = useTranslations('common');
  const state = useStateWords();
  const circle = { practice: 'filled', need: 'open' } as const;
  const word = { practice: c('practiceWord'), need: t('needWord') };
  const isRevised = (record: OwnRecord) =>
    drafts.some((draft) => draft.kind === record.kind && draft.id === record.id);
  return (
    <Section title={t('records')} id="records">
      {drafts.length + records.length === 0 ? <Empty title={t('nothing')} /> : null}
      <Records>
        {drafts.map((draft) => (
          <RecordItem
            key={`${draft.kind} ${draft.id}`}
            kind={circle[draft.kind]}
            kindWord={word[draft.kind]}
            href={ownAddress(draft.kind, draft.id)}
            title={<Local of={draftTitle(draft)} />}
            source={state.ofDraft(draft)}
          />
        ))}
        {records
          .filter((record) => !isRevised(record))
          .map((record) => (
            <RecordItem
              key={`${record.kind} ${record.id}`}
              kind={circle[record.kind]}
              kindWord={word[record.kind]}
              href={ownAddress(record.kind, record.id)}
              title={<Local of={record.title} />}
              source={`${state.ofRecord(record)}${record.audience === 'public' ? '' : ` ${t(`audience.${record.audience}`)}`}`}
            />
          ))}
      </Records>
      <p className="do">
        <a className="btn" href={newAddress('need')}>
          {t('addNeed')}
        </a>
        <a className="btn btn--line" href={newAddress('practice')}>
          {t('addPractice')}
        </a>
      </p>
    </Section>
  );
}

function draftTitle(draft: Draft) {
  return {
    text: String(draft.content.title ?? '—'),
    language: draft.language,
    isUncheckedTranslation: false,
  };
}

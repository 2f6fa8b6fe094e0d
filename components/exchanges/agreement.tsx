import { ActionForm } from '#components/offices/action-form.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import { BRIEF_PARTS, briefFields } from './fields.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay, useFormWords } from './words.ts';

/** The brief that both sides agree on, in the same version. */
export function Agreement(props: SectionProps) {
  const { exchange } = props;
  const t = useTranslations('exchanges');
  const { brief, may, size } = exchange;
  if (size === 'question' || (brief === null && !may.includes('write-brief'))) return null;
  return (
    <Section title={t('brief.title')} id="agreement" place="block">
      {brief === null ? <p className="soft read">{t('brief.nothing')}</p> : <Written {...props} />}
      {may.includes('write-brief') ? <WriteBrief {...props} /> : null}
    </Section>
  );
}

function Written({ exchange, timeZone }: SectionProps) {
  const t = useTranslations('exchanges');
  const day = useDay(timeZone);
  const format = useFormatter();
  const { brief } = exchange;
  if (brief === null) return null;
  const agreed = format.list(brief.agreedBy.map((side) => cityOf(exchange, side).name));
  return (
    <>
      <Facts>
        {BRIEF_PARTS.filter((part) => brief.content[part] !== '').map((part) => (
          <Fact key={part} label={t(`brief.part.${part}`)}>
            <p className="whitespace-pre-wrap" dir="auto">
              {brief.content[part]}
            </p>
          </Fact>
        ))}
      </Facts>
      <p className="source">
        {t('brief.by', {
          version: brief.version,
          city: cityOf(exchange, brief.side).name,
          date: day(brief.at),
          agreed,
        })}
      </p>
    </>
  );
}

function WriteBrief({ exchange, actions, newCommandId }: SectionProps) {
  const t = useTranslations('exchanges');
  const { id, brief, other, state } = exchange;
  const form = (
    <ActionForm
      name="brief"
      action={actions.saveBrief}
      commandId={newCommandId()}
      hidden={{ id, briefVersion: String(brief?.version ?? 0) }}
      fields={briefFields(t, brief?.content)}
      words={useFormWords(t('do.send-brief', { other: other.name }))}
      isLine
    />
  );
  if (brief === null && state === 'accepted') return <div className="mt-6">{form}</div>;
  return <Fold summary={t('brief.another')}>{form}</Fold>;
}

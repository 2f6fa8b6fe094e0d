import { Choice, Choices } from '#components/ui/choice.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { AUDIENCES, type Audience } from '#lib/needs/contract.ts';

export type AudienceState = { was: Audience | undefined; isRefused: boolean };

type Props = {
  need: { id: string; audience: Audience };
  /** Who may open it to more; closing is for everybody who speaks for the city. */
  mayOpen: boolean;
  /** What has just been done. */
  state: AudienceState;
  action: (data: FormData) => Promise<void>;
  newCommandId: () => string;
};

/** How many may read it: the later, the fewer. */
const widthOf = (audience: Audience): number => -AUDIENCES.indexOf(audience);

/** Who may read a published need, and how that is changed; it counts at once, everywhere. */
export function AudienceOfNeed({ need, mayOpen, state, action, newCommandId }: Props) {
  const t = useTranslations('writing');
  const { id, audience } = need;
  const mayChoose = (one: Audience) => mayOpen || widthOf(one) <= widthOf(audience);
  const { was, isRefused } = state;
  return (
    <Section title={t('step.need.audience')} id="audience" place="block">
      {isRefused ? (
        <div className="notice notice--error" role="alert">
          <p>{t('audience.refused')}</p>
        </div>
      ) : null}
      {was !== undefined && was !== audience ? (
        <div className="notice" role="status">
          <p>{t('audience.changed', { audience: t(`option.audience.${audience}`) })}</p>
          {mayChoose(was) ? (
            <form action={action} className="small">
              <Hidden id={id} was={audience} commandId={newCommandId()} />
              <button type="submit" className="linkbtn" name="audience" value={was}>
                {t('audience.undo')}
              </button>
            </form>
          ) : null}
        </div>
      ) : null}
      {AUDIENCES.filter(mayChoose).length < 2 ? (
        <p>{t('audience.closed', { audience: t(`option.audience.${audience}`) })}</p>
      ) : (
        <form action={action} className="deed">
          <Hidden id={id} was={audience} commandId={newCommandId()} />
          <Choices
            legend={t('field.need.audience.label')}
            hint={t(mayOpen ? 'field.need.audience.hint' : 'audience.hintClosing')}
          >
            {AUDIENCES.filter(mayChoose).map((one) => (
              <Choice
                key={one}
                id={`audience-${one}`}
                type="radio"
                name="audience"
                value={one}
                isChecked={one === audience}
              >
                {t(`option.audience.${one}`)}
              </Choice>
            ))}
          </Choices>
          <button type="submit" className="btn btn--line">
            {t('audience.change')}
          </button>
        </form>
      )}
    </Section>
  );
}

function Hidden({ id, was, commandId }: { id: string; was: Audience; commandId: string }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="was" value={was} />
      <input type="hidden" name="commandId" value={commandId} />
    </>
  );
}

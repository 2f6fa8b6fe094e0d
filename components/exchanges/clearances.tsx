import { dayInWords } from '#components/cities/day.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Clearance } from '#lib/carrying-out/contract.ts';
import { clearanceFields } from './paper-fields.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay, useFormWords } from './words.ts';

/** Dated steps at home of both cities; each keeps its own. */
export function Clearances(props: SectionProps) {
  const t = useTranslations('carrying');
  const { exchange, carrying, paperActions, newCommandId } = props;
  const add = useFormWords(t('clearances.add'));
  if (carrying.clearances.length === 0 && !carrying.mayClear) return null;
  return (
    <Section title={t('clearances.title')} id="clearances" place="block" hint={t('clearances.lead')}>
      {carrying.clearances.length === 0 ? <p className="soft">{t('clearances.nothing')}</p> : null}
      <ul className="records records--bare">
        {carrying.clearances.map((one) => (
          <One key={one.id} {...props} one={one} />
        ))}
      </ul>
      {carrying.mayClear ? (
        <Fold summary={t('clearances.add')}>
          <ActionForm
            name="clearance"
            action={paperActions.saveClearance}
            commandId={newCommandId()}
            hidden={{ id: exchange.id }}
            fields={clearanceFields(t)}
            words={add}
            isLine
          />
        </Fold>
      ) : null}
    </Section>
  );
}

function One({ one, exchange, carrying, timeZone, ...rest }: SectionProps & { one: Clearance }) {
  const t = useTranslations('carrying');
  const day = useDay(timeZone);
  const due = dayInWords(one.dueOn, useLocale());
  const isOwn = carrying.mayClear && one.side === carrying.side;
  return (
    <li>
      <p dir="auto">{one.what}</p>
      <p className="source">
        {t(one.doneAt === null ? 'clearances.due' : 'clearances.done', {
          city: cityOf(exchange, one.side).name,
          date: one.doneAt === null ? due : day(one.doneAt),
        })}
      </p>
      {isOwn ? <Keep one={one} id={exchange.id} {...rest} /> : null}
    </li>
  );
}

type KeepProps = Pick<SectionProps, 'paperActions' | 'newCommandId'> & { one: Clearance; id: string };

function Keep({ one, id, paperActions, newCommandId }: KeepProps) {
  const t = useTranslations('carrying');
  const change = useFormWords(t('change'));
  const isDone = one.doneAt !== null;
  const { id: clearance, what, dueOn } = one;
  return (
    <>
      <form action={paperActions.markClearance} className="deed">
        {Object.entries({ id, clearance, what, dueOn, commandId: newCommandId() }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button isLine name="do" value={isDone ? 'open' : 'done'}>
          {t(isDone ? 'clearances.reopen' : 'clearances.markDone')} <span className="hide">{what}</span>
        </Button>{' '}
        <button className="linkbtn" type="submit" name="do" value="remove">
          {t('clearances.remove')} <span className="hide">{what}</span>
        </button>
      </form>
      <Fold
        summary={
          <>
            {t('clearances.change')} <span className="hide">{what}</span>
          </>
        }
      >
        <ActionForm
          name={`clearance-${clearance}`}
          action={paperActions.saveClearance}
          commandId={newCommandId()}
          hidden={{ id, clearance, isDone: isDone ? 'yes' : 'no' }}
          fields={clearanceFields(t, one)}
          words={change}
          isLine
        />
      </Fold>
    </>
  );
}

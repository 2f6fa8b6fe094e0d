import { claimRecord } from '#app/(member)/our-city/actions/claim.ts';
import { moveFact } from '#app/(member)/our-city/actions/fact.ts';
import { RecordDeed } from '#components/claim/claim-item.tsx';
import type { Named } from '#components/claim/claim-page.tsx';
import { FactDeed } from '#components/facts/fact-deed.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OwnFact } from '#lib/facts/contract.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { item: Named; facts: OwnFact[]; done: string; maySpeak: boolean };

/** What was just said to a thing, and the way back from it. */
export function ClaimDone({ item, facts, done, maySpeak }: Props) {
  const t = useTranslations('claim');
  if (done === 'changed-meanwhile') {
    return (
      <div className="notice notice--error mb-8" role="alert">
        <p>{t('changedMeanwhile')}</p>
      </div>
    );
  }
  const what = done === 'stated' ? 'corrected' : done;
  if (!t.has(`done.${what}`)) return null;
  return (
    <div className="notice mb-8" role="status">
      <p>{t.rich(`done.${what}`, { name: () => <span key="name">{item.name}</span> })}</p>
      {maySpeak && item.isChangeable && item.state !== 'open' ? (
        <div className="small">
          <Back item={item} facts={facts} look="link">
            {t('undo')}
          </Back>
        </div>
      ) : null}
    </div>
  );
}

type BackProps = Pick<Props, 'item' | 'facts'> & { look: 'line' | 'link'; children: React.ReactNode };

/** Takes back what the city has said to it; nothing where it has written its own words. */
export function Back({ item, facts, look, children }: BackProps) {
  const fact = facts.find(({ key }) => item.kind === 'fact' && key === item.id);
  if (fact !== undefined) {
    if (!fact.isUndoable) return null;
    return (
      <FactDeed action={moveFact} verb="undo" fact={fact} commandId={newId()} to="claim" look={look}>
        {children}
      </FactDeed>
    );
  }
  if (item.state === 'corrected') return null;
  const verb = item.state === 'removed' ? 'restore' : 'unclaim';
  return (
    <RecordDeed action={claimRecord} verb={verb} item={item} commandId={newId()} look={look}>
      {children}
    </RecordDeed>
  );
}

import { momentInWords } from '#components/cities/day.ts';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OwnFact } from '#lib/facts/contract.ts';
import { factAddress } from './address.ts';
import { type FactAction, FactDeed } from './fact-deed.tsx';
import { FactSource, useFactValue } from './fact-words.tsx';

export const FACTS_DONE = ['stated', 'confirmed', 'removed', 'undone', 'kept', 'discarded'] as const;
export type FactsDone = (typeof FACTS_DONE)[number];

type Props = {
  slug: string;
  facts: OwnFact[];
  done: { what: FactsDone | 'changed-meanwhile'; fact: OwnFact } | null;
  maySpeak: boolean;
  action: FactAction;
  newCommandId: () => string;
};

/** Every fact of one's own city: what readers see, whose word it is, and where it is corrected. */
export function FactsPage({ slug, facts, done, maySpeak, action, newCommandId }: Props) {
  const t = useTranslations('facts');
  const c = useTranslations('common');
  return (
    <div className="read">
      <PageTitle
        crumbs={[{ href: '/our-city', label: c('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('title')}
        under={t('lead')}
      />
      {done ? <Done done={done} {...{ maySpeak, action, newCommandId }} /> : null}
      <Facts>
        {facts.map((fact) => (
          <OneFact key={fact.key} fact={fact} />
        ))}
      </Facts>
      <p className="more">
        <a href={`/cities/${slug}`}>{t('publicPage')}</a>
      </p>
    </div>
  );
}

function OneFact({ fact }: { fact: OwnFact }) {
  const t = useTranslations('facts');
  const r = useTranslations('ourcity.role');
  const language = useLocale();
  const inWords = useFactValue();
  const { key, shown, draft, isRemoved } = fact;
  const name = t(`label.${key}`);
  const act = draft ? 'goOn' : shown === null ? 'add' : 'correct';
  return (
    <Fact label={name}>
      {shown === null ? t(isRemoved ? 'removed' : 'unknown') : inWords(shown)}
      {shown === null ? null : (
        <p className="source">
          <Whose fact={shown} />
        </p>
      )}
      {draft ? (
        <p className="small">
          {t('writing', { date: momentInWords(new Date(draft.savedAt), language), role: r(draft.role) })}
        </p>
      ) : null}
      <p className="mt-2">
        <a href={factAddress(key)}>{t(act, { fact: name })}</a>
      </p>
    </Fact>
  );
}

/** The word on whose it is, also where it was compiled. */
export function Whose({ fact }: { fact: NonNullable<OwnFact['shown']> }) {
  const t = useTranslations('facts');
  return (
    <>
      {fact.origin === 'compiled' ? `${t('compiled')} ` : null}
      <FactSource fact={fact} />
    </>
  );
}

type DoneProps = Pick<Props, 'maySpeak' | 'action' | 'newCommandId'> & { done: NonNullable<Props['done']> };

/** What has just been done, and the way back. */
export function Done({ done: { what, fact }, maySpeak, action, newCommandId }: DoneProps) {
  const t = useTranslations('facts');
  if (what === 'changed-meanwhile') {
    return (
      <div className="notice notice--error mb-8" role="alert">
        <p>{t('changedMeanwhile')}</p>
      </div>
    );
  }
  const isUndoable = maySpeak && fact.isUndoable && ['stated', 'confirmed', 'removed'].includes(what);
  return (
    <div className="notice mb-8" role="status">
      <p>{t(`done.${what}`, { fact: t(`label.${fact.key}`) })}</p>
      {isUndoable ? (
        <div className="small">
          <FactDeed action={action} verb="undo" fact={fact} commandId={newCommandId()} look="link">
            {t('undo')}
          </FactDeed>
        </div>
      ) : null}
    </div>
  );
}

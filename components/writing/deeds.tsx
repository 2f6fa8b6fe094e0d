import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Draft, DraftRights, OwnRecord } from '#lib/drafts/contract.ts';
import { editAddress, publicAddress, sheetAddress } from './address.ts';
import { type DeedAction, DeedForm } from './deed-form.tsx';

/** `commandIds`: one for each button, made with the page; a second press changes nothing. */
export type DeedProps = { place: string; action: DeedAction; newCommandId: () => string };

function useDeed({ place, action, newCommandId }: DeedProps, id: string, version: number) {
  const t = useTranslations('writing');
  return (verb: string, look: 'button' | 'line' | 'link' = 'button', paper?: 'asked' | 'offered') => (
    <DeedForm
      key={verb}
      action={action}
      look={look}
      hidden={{ place, id, version: String(version), verb, commandId: newCommandId() }}
      words={{
        button: t(`deed.${verb}`),
        errors: t('errors'),
        agreement: paper
          ? {
              asked:
                paper === 'asked'
                  ? { legend: t('agreement.legend'), isAgreed: t('agreement.isAgreed') }
                  : undefined,
              sheet: t('agreement.sheet'),
              approval: t('agreement.approval'),
              approvalHint: t('agreement.approvalHint'),
              approvalFile: t('agreement.approvalFile'),
              approvalFileHint: t('agreement.approvalFileHint'),
              approvalFileKept: t('agreement.approvalFileKept', { name: '{name}' }),
            }
          : undefined,
      }}
    />
  );
}

type DraftDeedsProps = DeedProps & { draft: Draft; rights: DraftRights; isComplete: boolean };

/** What can be done with a working copy, the next step first. */
export function DraftDeeds({ draft, rights, isComplete, ...rest }: DraftDeedsProps) {
  const t = useTranslations('writing');
  const deed = useDeed(rest, draft.id, draft.version);
  const isWaiting = draft.state === 'with-office';
  return (
    <Section title={t('next')} place="doing">
      <p>{t(`nextText.${nextOf(draft, rights, isComplete)}`)}</p>
      {isWaiting ? null : (
        <Actions>
          <ButtonLink href={editAddress(draft.kind, draft.id)} isLine={isComplete && rights.maySpeak}>
            {t('goOnWriting')}
          </ButtonLink>
        </Actions>
      )}
      {isComplete && rights.maySpeak && rights.hasTwoPeople && !isWaiting ? deed('send') : null}
      {isComplete && rights.mayPublish
        ? deed('publish', 'button', rights.hasTwoPeople || rights.isHead ? 'offered' : 'asked')
        : null}
      {isWaiting && rights.maySpeak ? deed('take-back', 'line') : null}
      {isComplete ? (
        <p className="more">
          <a href={sheetAddress(draft.kind, draft.id)}>{t('sheet.link')}</a>
        </p>
      ) : null}
      {rights.mayDiscard && !isWaiting ? (
        <Fold summary={t('discardFold')}>
          <p>{t(draft.isNew ? 'discardNew' : 'discardRevision')}</p>
          {deed('discard', 'line')}
        </Fold>
      ) : null}
    </Section>
  );
}

function nextOf(draft: Draft, rights: DraftRights, isComplete: boolean) {
  if (draft.state === 'with-office') return rights.mayPublish ? 'approve' : 'waiting';
  if (!isComplete) return 'incomplete';
  if (!rights.maySpeak) return 'staff';
  return rights.hasTwoPeople ? 'send' : 'publish';
}

type RecordDeedsProps = DeedProps & { record: OwnRecord; rights: DraftRights };

/** What can be done with a published or withdrawn record. */
export function RecordDeeds({ record, rights, ...rest }: RecordDeedsProps) {
  const t = useTranslations('writing');
  const deed = useDeed(rest, record.id, record.version);
  if (!record.isChangeable) {
    return (
      <Section title={t('next')} place="doing">
        <p>{t('notHere')}</p>
      </Section>
    );
  }
  if (record.state === 'withdrawn') {
    return (
      <Section title={t('next')} place="doing">
        <p>{t('nextText.withdrawn')}</p>
        {rights.maySpeak ? deed('restore') : null}
      </Section>
    );
  }
  return (
    <Section title={t('next')} place="doing">
      <p>{t(record.confirmedAt === null ? 'nextText.compiled' : 'nextText.published')}</p>
      {rights.maySpeak ? deed('confirm') : null}
      {deed('revise', 'line')}
      <p className="more">
        <a href={publicAddress(record.kind, record.id)}>{t('publicPage')}</a>
      </p>
      {rights.maySpeak ? (
        <Fold summary={t('withdrawFold')}>
          <p>{t('withdrawText')}</p>
          {deed('withdraw', 'line')}
        </Fold>
      ) : null}
    </Section>
  );
}

const UNDO: Record<string, string> = {
  send: 'take-back',
  publish: 'unpublish',
  withdraw: 'restore',
  restore: 'withdraw',
};

/** What has just been done, and the way back. */
export function Done({
  done,
  record,
  ...rest
}: DeedProps & { done: string; record: { id: string; version: number } }) {
  const t = useTranslations('writing');
  const deed = useDeed(rest, record.id, record.version);
  const undo = UNDO[done];
  if (!t.has(`done.${done}`)) return null;
  return (
    <div className="notice mb-8" role="status">
      <p>{t(`done.${done}`)}</p>
      {undo ? <Undo>{deed(undo, 'link')}</Undo> : null}
    </div>
  );
}

function Undo({ children }: { children: React.ReactNode }) {
  return <div className="small">{children}</div>;
}

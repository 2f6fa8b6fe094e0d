import { useTranslations } from '#i18n/words.ts';
import type { Draft } from '#lib/drafts/contract.ts';
import { FILE_TYPES, MAX_ATTACHMENTS, MAX_UPLOAD } from '#lib/files/contract.ts';
import { AttachmentsForm, type FilesWords } from './attachments-form.tsx';
import type { FilesAction, FilesState } from './files-state.ts';
import { useWaysOn } from './step-page.tsx';
import type { Step } from './steps.ts';

type Props = {
  draft: Draft;
  place: string;
  step: Step;
  action: FilesAction;
  initial: FilesState;
  organisationId: string;
};

/** The step of a record in which photos and documents are attached. */
export function FilesStep({ draft, place, step, action, initial, organisationId }: Props) {
  const words = useFilesWords();
  const links = useWaysOn(draft, step);
  return (
    <AttachmentsForm
      action={action}
      hidden={{ place, id: draft.id }}
      initial={initial}
      organisationId={organisationId}
      most={MAX_ATTACHMENTS}
      largest={MAX_UPLOAD}
      types={FILE_TYPES.join(',')}
      language={draft.language}
      words={words}
      links={links}
    />
  );
}

function useFilesWords(): FilesWords {
  const t = useTranslations('files');
  const w = useTranslations('writing');
  const most = { most: MAX_ATTACHMENTS };
  return {
    save: w('saveAndGoOn'),
    errors: w('errors'),
    unreachable: { title: w('unreachable.title'), detail: w('unreachable.detail') },
    uploadUnreachable: t('error.file.unreachable'),
    tooLarge: t('error.file.too-large'),
    none: t('none'),
    full: t('full', most),
    limits: t('limits', most),
    mayShow: t('mayShow'),
    take: t('take'),
    takeHint: t('takeHint'),
    choose: t('choose'),
    add: t('add'),
    uploading: t('uploading'),
    undo: t('undo'),
    caption: t('caption'),
    captionHint: t('captionHint'),
    alt: t('alt'),
    altHint: t('altHint'),
    up: t('up'),
    down: t('down'),
    remove: t('remove'),
  };
}

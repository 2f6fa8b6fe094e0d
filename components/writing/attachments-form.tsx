'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { Actions } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { readRefusal } from '#lib/platform/form-refusal/contract.ts';
import { AttachmentItem, type ItemWords } from './attachment-item.tsx';
import { type FilesAction, type FilesState, typedEntries, withTyped } from './files-state.ts';
import { Trouble } from './trouble.tsx';
import { sendFile } from './upload.ts';

export type FilesWords = ItemWords & {
  save: string;
  errors: string;
  unreachable: { title: string; detail: string };
  uploadUnreachable: string;
  tooLarge: string;
  none: string;
  full: string;
  limits: string;
  mayShow: string;
  take: string;
  takeHint: string;
  choose: string;
  add: string;
  uploading: string;
  undo: string;
};

type Props = {
  action: FilesAction;
  hidden: { place: string; id: string };
  initial: FilesState;
  organisationId: string;
  most: number;
  largest: number;
  types: string;
  /** Of the texts. */
  language: string;
  words: FilesWords;
  /** Ways on without saving. */
  links: { href: string; label: string }[];
};

/** Photos and documents of a record: a plain form of several buttons; with scripts, an upload says how far it is. */
export function AttachmentsForm(props: Props) {
  const { action, hidden, initial, most, language, words, links } = props;
  const [served, dispatch] = useActionState(action, initial);
  const [live, setLive] = useState<FilesState | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [isSending, startSending] = useTransition();
  const state = live ?? served;
  const { items, errors, removed } = state;

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isSending) return;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startSending(async () => {
      const problem = await upload(data, props, state.commandId, setProgress);
      setProgress(null);
      setLive(problem === null ? await attempt(data, state, props) : wrongFile(state, data, problem));
    });
  };
  return (
    <form action={dispatch} onSubmit={send} noValidate aria-busy={isSending} className="files">
      <Trouble title={words.errors} state={state} fields={fieldsOf(state)} />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" name="do" value="save" className="hide" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      <input type="hidden" name="place" value={hidden.place} />
      <input type="hidden" name="id" value={hidden.id} />
      <input type="hidden" name="commandId" value={state.commandId} />
      <input type="hidden" name="served" value={JSON.stringify(state.served)} />
      <input type="hidden" name="removed" value={JSON.stringify(removed)} />
      <div role="status">
        {state.done ? (
          <div className="notice mb-8">
            <p>{state.done}</p>
            {removed ? (
              <button type="submit" className="linkbtn" name="do" value="undo">
                {words.undo}
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
      {items.length === 0 ? <p>{words.none}</p> : null}
      <ol className="attachments">
        {items.map((item, place) => (
          <AttachmentItem
            key={item.fileId}
            item={item}
            isFirst={place === 0}
            isLast={place === items.length - 1}
            errors={errors}
            words={words}
            language={language}
          />
        ))}
      </ol>
      {items.length >= most ? (
        <p>{words.full}</p>
      ) : (
        <Add key={state.commandId} {...props} error={errors.file} progress={progress} />
      )}
      <Actions>
        <button className="btn" type="submit" name="do" value="save">
          {words.save}
        </button>
        {links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
      </Actions>
    </form>
  );
}

function Add(props: Pick<Props, 'words' | 'types'> & { error: string | undefined; progress: number | null }) {
  const { words, types, error, progress } = props;
  return (
    <div className="mt-8">
      <p className="hint">{words.limits}</p>
      <p className="hint">{words.mayShow}</p>
      <div className="ontouch">
        <TextField
          id="photo"
          name="photo"
          type="file"
          accept="image/jpeg"
          capture="environment"
          label={words.take}
          hint={words.takeHint}
        />
      </div>
      <TextField id="file" name="file" type="file" accept={types} label={words.choose} error={error} />
      <Actions>
        <button className="btn btn--line" type="submit" name="do" value="add">
          {words.add}
        </button>
        {progress === null ? null : (
          <label className="small">
            {words.uploading} <progress value={progress} max={100} />
          </label>
        )}
      </Actions>
    </div>
  );
}

/** Sends a chosen file ahead and puts its id in its place. @returns what is wrong with it, or null */
async function upload(
  data: FormData,
  { organisationId, largest, words }: Props,
  commandId: string,
  onProgress: (hundredths: number) => void,
): Promise<string | null> {
  const chosen = [data.get('photo'), data.get('file')].find((one) => one instanceof File && one.size > 0);
  data.delete('photo');
  data.delete('file');
  if (!(chosen instanceof File)) return null;
  if (chosen.size > largest) return words.tooLarge;
  onProgress(0);
  const answer = await sendFile(chosen, { organisationId, commandId }, onProgress);
  if (answer.is === 'kept') data.set('uploaded', answer.id);
  if (answer.is === 'refused') return answer.detail;
  return answer.is === 'kept' ? null : words.uploadUnreachable;
}

/** A lost line loses nothing: what is typed stays in the form. Being led on means that it was saved. */
async function attempt(data: FormData, state: FilesState, { action, words }: Props): Promise<FilesState> {
  try {
    return await action(state, data);
  } catch (error) {
    unstable_rethrow(error);
    const items = withTyped(state.items, typedEntries(data));
    return { ...state, items, errors: {}, done: null, failure: readRefusal(error) ?? words.unreachable };
  }
}

function wrongFile(state: FilesState, data: FormData, problem: string): FilesState {
  const items = withTyped(state.items, typedEntries(data));
  return { ...state, items, errors: { file: problem }, done: null, failure: null };
}

const fieldsOf = ({ items }: FilesState) => [
  ...items.flatMap(({ fileId }) => [{ name: `alt-${fileId}` }, { name: `caption-${fileId}` }]),
  { name: 'file' },
];

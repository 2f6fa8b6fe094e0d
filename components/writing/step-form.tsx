'use client';

import { unstable_rethrow } from 'next/navigation';
import {
  type FormEvent,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { readRefusal } from '#lib/platform/form-refusal/contract.ts';
import { Conflict, type ConflictWords } from './conflict.tsx';
import { type DeviceText, valuesOf } from './device-texts.ts';
import { Fields, type FieldView } from './fields.tsx';
import { type Autosaved, FRESH, type StepState, type Values } from './form-state.ts';
import { KeptOffer, type KeptWords, SaveLine, type SaveWords } from './save-line.tsx';
import { Trouble } from './trouble.tsx';
import { useAutosave } from './use-autosave.ts';

export type StepWords = ConflictWords &
  KeptWords &
  SaveWords & { save: string; errors: string; unreachable: { title: string; detail: string } };

type Props = {
  action: (state: StepState, data: FormData) => Promise<StepState>;
  autosave: (data: FormData) => Promise<Autosaved>;
  /** The field by which a plain form names `autosave`. */
  autosaveField: string;
  hidden: { place: string; id: string; step: string };
  version: number;
  savedAt: string;
  fields: FieldView[];
  values: Values;
  /** Of the texts. */
  language: string;
  /** Of the page, for the time of day. */
  pageLanguage: string;
  store: string;
  words: StepWords;
  /** Ways on without saving. */
  links: { href: string; label: string }[];
};

/** One step of writing; a plain form until scripts run, then saved while one types. */
export function StepForm(props: Props) {
  const { action, autosave, hidden, fields, values, language, pageLanguage, store, words, links } = props;
  const names = fields.map((field) => field.name);
  const [served, dispatch] = useActionState(action, FRESH);
  const [live, setLive] = useState<StepState | null>(null);
  const [restored, setRestored] = useState<{ values: Values; place: string } | null>(null);
  const [version, setVersion] = useState(props.version);
  const [isSending, startSending] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const onSaved = useCallback((saved: number) => setVersion((seen) => Math.max(seen, saved)), []);
  const sendLate = (data: FormData) => sendAndLeave(data, props.autosaveField);
  const saver = useAutosave({ form, names, send: autosave, sendLate, store, served: values, onSaved });
  const { onInput } = saver;
  const state = live ?? served;

  useEffect(() => {
    if (state.conflict !== null) setVersion((seen) => Math.max(seen, state.conflict?.version ?? 0));
  }, [state.conflict]);
  // What was put into the form counts as typed.
  useEffect(() => {
    if (restored !== null) onInput();
  }, [restored, onInput]);

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isSending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    saver.stop(true);
    startSending(async () => {
      setLive(await attempt(action, data, { names, failure: words.unreachable, onDone: saver.settle }));
      setRestored(null);
      saver.stop(false);
    });
  };
  const restore = (offer: DeviceText) => setRestored({ values: saver.take(offer), place: offer.place });
  return (
    <form ref={form} action={dispatch} onSubmit={send} onInput={onInput} noValidate aria-busy={isSending}>
      <Trouble title={words.errors} state={state} fields={fields} />
      {state.conflict ? <Conflict conflict={state.conflict} words={words} language={language} /> : null}
      {saver.offers.map((offer) => (
        <KeptOffer
          key={offer.place}
          kept={offer}
          fields={fields}
          words={words}
          language={language}
          pageLanguage={pageLanguage}
          onTake={() => restore(offer)}
          onForget={() => saver.forget(offer)}
        />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="version" value={Math.max(version, state.conflict?.version ?? 0)} />
      <div className="read" key={restored?.place ?? 'written'}>
        <Fields
          fields={fields}
          values={restored?.values ?? state.values ?? values}
          errors={state.errors}
          language={language}
        />
      </div>
      <Actions>
        <Button>{state.conflict ? words.saveMine : words.save}</Button>
        {links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
      </Actions>
      <SaveLine state={saver.state} savedAt={props.savedAt} words={words} pageLanguage={pageLanguage} />
    </form>
  );
}

/** As a plain form would send it, since it has to outlive the page. What does not arrive is kept on the device. */
function sendAndLeave(data: FormData, field: string): void {
  for (const name of [...data.keys()]) if (name.startsWith('$ACTION_')) data.delete(name);
  data.set(field, '');
  fetch(window.location.href, { method: 'POST', body: data, keepalive: true }).catch(() => undefined);
}

/** A lost line loses nothing: the text stays in the form. Being led on means that it was saved. */
async function attempt(
  action: Props['action'],
  data: FormData,
  after: { names: readonly string[]; failure: StepState['failure']; onDone: () => void },
): Promise<StepState> {
  try {
    return await action(FRESH, data);
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (leading) {
      after.onDone();
      throw leading;
    }
    return { ...FRESH, values: valuesOf(data, after.names), failure: readRefusal(error) ?? after.failure };
  }
}

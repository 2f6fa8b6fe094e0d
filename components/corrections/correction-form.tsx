'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { readRefusal } from '#lib/platform/form-refusal/contract.ts';
import type { CorrectableKind } from './address.ts';
import { CorrectionFields, type FieldWords } from './correction-fields.tsx';
import { EMPTY, FIELDS, type FormState, readSent } from './form-state.ts';

export type CorrectionWords = FieldWords & {
  send: string;
  cancel: string;
  errors: string;
  /** No answer came: the text stays. */
  unreachable: { title: string; detail: string };
  tooLong: string;
};

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  record: { kind: CorrectableKind; id: string; href: string };
  /** Made when the page was written: a second press changes nothing. */
  commandId: string;
  /** Most characters of the message. */
  maximum: number;
  words: CorrectionWords;
};

/** The form; a plain one until scripts run. With them, a lost line says so and loses nothing. */
export function CorrectionForm({ action, record, commandId, maximum, words }: Props) {
  const [served, dispatch] = useActionState(action, EMPTY);
  const [live, setLive] = useState<FormState | null>(null);
  const [isSending, startSending] = useTransition();
  const trouble = useRef<HTMLDivElement>(null);
  const state = live ?? served;
  const errors = FIELDS.flatMap((field) => {
    const message = state.errors[field];
    return message === undefined ? [] : [{ fieldId: field, message }];
  });
  const isTrouble = errors.length > 0 || state.failure !== null;

  useEffect(() => {
    if (live !== null && isTrouble) trouble.current?.focus();
  }, [live, isTrouble]);
  useEffect(reloadWhenBack, []);

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isSending) return;
    const data = new FormData(event.currentTarget);
    const sent = readSent(data);
    // Some lengths never reach the server; pressing again would not help.
    if (sent !== null && sent.values.message.length > maximum)
      setLive({ values: sent.values, errors: { message: words.tooLong }, failure: null });
    else startSending(async () => setLive(await attempt(action, data, words.unreachable)));
  };
  return (
    <form action={dispatch} onSubmit={send} noValidate aria-busy={isSending} className="read">
      <div ref={trouble} tabIndex={-1} className={isTrouble ? 'mb-8' : undefined}>
        <ErrorSummary title={words.errors} errors={errors} />
        {state.failure ? (
          <div className="notice notice--error" role="alert">
            <h2>{state.failure.title}</h2>
            <p>{state.failure.detail}</p>
          </div>
        ) : null}
      </div>
      <input type="hidden" name="kind" value={record.kind} />
      <input type="hidden" name="id" value={record.id} />
      <input type="hidden" name="commandId" value={commandId} />
      <CorrectionFields values={state.values} errors={state.errors} words={words} />
      <Actions>
        <Button>{words.send}</Button>
        <a href={record.href}>{words.cancel}</a>
      </Actions>
    </form>
  );
}

async function attempt(
  action: Props['action'],
  data: FormData,
  unreachable: FormState['failure'],
): Promise<FormState> {
  try {
    return await action(EMPTY, data);
  } catch (error) {
    unstable_rethrow(error);
    return {
      values: readSent(data)?.values ?? EMPTY.values,
      errors: {},
      failure: readRefusal(error) ?? unreachable,
    };
  }
}

/** A page kept by the browser still has the number of what was sent; a new wish needs a new one. */
function reloadWhenBack(): () => void {
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) window.location.reload();
  };
  window.addEventListener('pageshow', onShow);
  return () => window.removeEventListener('pageshow', onShow);
}

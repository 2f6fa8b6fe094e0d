import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { clearKept, readKept, writeKept } from '#components/home/device-store.ts';
import type { Autosaved, Values } from './form-state.ts';

/** Milliseconds after the last key until the text is kept on the device, and until it is sent. */
const KEEP_AFTER = 400;
const SEND_AFTER = 2500;
/** Until what did not arrive is sent again. */
const AGAIN_AFTER = 8000;

export type SaveState =
  | { is: 'idle' | 'conflict' | 'refused' }
  | { is: 'saved' | 'kept' | 'signed-out'; at: number };

type Options = {
  form: RefObject<HTMLFormElement | null>;
  names: readonly string[];
  send: (data: FormData) => Promise<Autosaved>;
  /** On this device: one place for each person, record and step. */
  store: string;
  served: Values;
  onSaved: (version: number) => void;
};

/** Keeps what is typed on the device at once and on the server every few seconds, and says how far it got. */
export function useAutosave({ form, names, send, store, served, onSaved }: Options) {
  const [state, setState] = useState<SaveState>({ is: 'idle' });
  const [kept, setKept] = useState<{ values: Values; at: number } | null>(null);
  const timers = useRef<{ keep?: number; send?: number }>({});
  const isSending = useRef(false);
  const isStopped = useRef(false);
  const first = useRef(served);

  useEffect(() => {
    const found = readValuesKept(store);
    if (found === null) return;
    // Compared with what the page came with: the form is newer from then on.
    if (isSame(found.values, first.current)) clearKept(store);
    else setKept(found);
  }, [store]);

  const transmit = useCallback(async () => {
    if (form.current === null || isSending.current || isStopped.current) return;
    isSending.current = true;
    const data = new FormData(form.current);
    const sent = valuesOf(data, names);
    try {
      const answer = await send(data);
      if (answer.is === 'saved') {
        onSaved(answer.version);
        const isLatest = form.current !== null && isSame(valuesOf(new FormData(form.current), names), sent);
        if (isLatest) clearKept(store);
        else timers.current.send = window.setTimeout(transmit, SEND_AFTER);
        setState({ is: 'saved', at: Date.parse(answer.savedAt) });
      } else {
        setState(answer.is === 'signed-out' ? { is: 'signed-out', at: Date.now() } : { is: answer.is });
      }
    } catch {
      timers.current.send = window.setTimeout(transmit, AGAIN_AFTER);
    } finally {
      isSending.current = false;
    }
  }, [form, names, send, store, onSaved]);

  const onInput = useCallback(() => {
    window.clearTimeout(timers.current.keep);
    window.clearTimeout(timers.current.send);
    timers.current.keep = window.setTimeout(() => {
      if (form.current === null) return;
      const at = Date.now();
      if (keepValues(store, valuesOf(new FormData(form.current), names), at)) setState({ is: 'kept', at });
    }, KEEP_AFTER);
    timers.current.send = window.setTimeout(transmit, SEND_AFTER);
  }, [form, names, store, transmit]);

  /** Before the form is sent as a whole: nothing goes out beside it. */
  const stop = useCallback((isOver: boolean) => {
    isStopped.current = isOver;
    window.clearTimeout(timers.current.send);
  }, []);
  useEffect(() => () => stop(true), [stop]);

  const forget = useCallback(() => {
    clearKept(store);
    setKept(null);
  }, [store]);
  const take = useCallback(() => setKept(null), []);
  return { state, kept, onInput, stop, forget, take };
}

export function valuesOf(data: FormData, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]));
}

const normal = (values: Values): string =>
  JSON.stringify(
    Object.entries(values)
      .map(([name, list]) => [name, list.map((text) => text.replaceAll('\r\n', '\n').trim()).filter(Boolean)])
      .sort(),
  );
const isSame = (one: Values, other: Values): boolean => normal(one) === normal(other);

function keepValues(store: string, values: Values, at: number): boolean {
  const flat = Object.entries(values).map(([name, list]) => [name, JSON.stringify(list)]);
  return writeKept(store, { subject: store, values: Object.fromEntries(flat), at });
}

function readValuesKept(store: string): { values: Values; at: number } | null {
  const kept = readKept(store, store);
  if (kept === null) return null;
  try {
    const entries = Object.entries(kept.values).map(([name, text]): [string, string[]] => [
      name,
      (JSON.parse(text) as unknown[]).map(String),
    ]);
    return { values: Object.fromEntries(entries), at: kept.at };
  } catch {
    return null;
  }
}

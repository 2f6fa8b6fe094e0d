'use client';

import { useEffect, useState } from 'react';
import { clockInWords } from '#components/cities/day.ts';
import { clearKept, readKept, writeKept } from './device-store.ts';

export type KeepWords = {
  /** Before anything is typed. */
  idle: string;
  /** `{time}` stands for the time of day. */
  saved: string;
  clear: string;
  cleared: string;
};

type Props = {
  store: string;
  subject: string;
  /** Ids of the fields, separated by spaces. */
  fields: string;
  /** `empty`: only an empty field is filled again. `always`: what was kept wins over the page. */
  restore: 'empty' | 'always';
  words: KeepWords;
  language: string;
};

type Control = HTMLInputElement | HTMLTextAreaElement;
type State = { at: number } | 'idle' | 'cleared';

/** Keeps what is typed into the fields on this device, brings it back, says so, and clears it when asked. */
export function KeepOnDevice({ store, subject, fields, restore, words, language }: Props) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    const controls = findControls(fields);
    const kept = readKept(store, subject);
    if (kept && fill(controls, kept.values, restore)) setState({ at: kept.at });
    const keep = () => {
      const values = Object.fromEntries(controls.map((control) => [control.id, control.value]));
      const at = Date.now();
      if (writeKept(store, { subject, values, at })) setState({ at });
    };
    for (const control of controls) control.addEventListener('input', keep);
    return () => {
      for (const control of controls) control.removeEventListener('input', keep);
    };
  }, [store, subject, fields, restore]);

  const clear = () => {
    clearKept(store);
    for (const control of findControls(fields)) control.value = '';
    setState('cleared');
  };
  const hasKept = typeof state === 'object';
  return (
    <p className="saved">
      <span role="status">{say(state, words, language)}</span>{' '}
      {hasKept ? (
        <button type="button" className="linkbtn" onClick={clear}>
          {words.clear}
        </button>
      ) : null}
    </p>
  );
}

function say(state: State, words: KeepWords, language: string): string {
  if (state === 'idle') return words.idle;
  if (state === 'cleared') return words.cleared;
  const time = clockInWords(state.at, language);
  return words.saved.replace('{time}', time);
}

function findControls(ids: string): Control[] {
  return ids
    .split(' ')
    .map((id) => document.getElementById(id))
    .filter((element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement);
}

function fill(controls: Control[], values: Record<string, string>, restore: Props['restore']): boolean {
  let isFilled = false;
  for (const control of controls) {
    const value = values[control.id];
    if (value === undefined || value === '' || (restore === 'empty' && control.value !== '')) continue;
    control.value = value;
    isFilled = true;
  }
  return isFilled;
}

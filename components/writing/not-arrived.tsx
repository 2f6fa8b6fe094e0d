'use client';

import { useEffect, useState } from 'react';
import { textsNotArrived } from './device-texts.ts';
import type { Values } from './form-state.ts';

type Props = {
  /** Each step with what the server has of it. */
  steps: { store: string; served: Values; label: string; href: string | undefined }[];
  words: { title: string; text: string };
};

/** Before a record is sent or published: whether this device has texts of it that the server does not. */
export function NotArrived({ steps, words }: Props) {
  const [open, setOpen] = useState<Props['steps']>([]);
  useEffect(() => {
    setOpen(steps.filter(({ store, served }) => textsNotArrived(store, served).length > 0));
  }, [steps]);
  if (open.length === 0) return null;
  return (
    <div className="notice mb-8" role="status">
      <h2 className="plain">{words.title}</h2>
      <p>{words.text}</p>
      <ul className="plainlist">
        {open.map(({ store, label, href }) => (
          <li key={store}>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

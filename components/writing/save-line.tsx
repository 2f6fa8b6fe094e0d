import { type ReactNode, useEffect, useState } from 'react';
import { clockInWords } from '#components/cities/day.ts';
import type { FieldView } from './fields.tsx';
import type { Values } from './form-state.ts';
import type { SaveState } from './use-autosave.ts';

/** `{time}` stands for the time of day. */
export type SaveWords = {
  saved: string;
  kept: string;
  signedOut: string;
  refused: string;
  meanwhile: string;
};
export type KeptWords = { keptTitle: string; keptText: string; keptTake: string; keptForget: string };

/** `savedAt`: empty before anything was saved. */
type LineProps = { state: SaveState; savedAt: string; words: SaveWords; pageLanguage: string };

/** "Saved 10:42": how far the text has got. The device's own time zone is known in the browser only. */
export function SaveLine({ state, savedAt, words, pageLanguage }: LineProps) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const said = (text: string, at: number) => text.replace('{time}', clockInWords(at, pageLanguage));
  const line = (): string => {
    switch (state.is) {
      case 'idle':
        return isInBrowser && savedAt !== '' ? said(words.saved, Date.parse(savedAt)) : '';
      case 'saved':
        return said(words.saved, state.at);
      case 'kept':
        return said(words.kept, state.at);
      case 'signed-out':
        return said(words.signedOut, state.at);
      case 'conflict':
        return words.meanwhile;
      case 'refused':
        return words.refused;
    }
  };
  return (
    <p className="saved" role="status">
      {line()}
    </p>
  );
}

type OfferProps = {
  kept: { values: Values; at: number };
  fields: readonly FieldView[];
  words: KeptWords;
  language: string;
  pageLanguage: string;
  onTake: () => void;
  onForget: () => void;
};

/** After a crash or a sign-out: this device has another text than the server. */
export function KeptOffer(props: OfferProps): ReactNode {
  const { kept, fields, words, language, pageLanguage, onTake, onForget } = props;
  const texts = fields.filter((field) => field.as === 'line' || field.as === 'area');
  return (
    <div className="notice mb-8" role="status">
      <h2 className="plain">{words.keptTitle}</h2>
      <p>{words.keptText.replace('{time}', clockInWords(kept.at, pageLanguage))}</p>
      {texts.map((field) => (
        <p key={field.name} className="written mt-4" lang={language} dir="auto">
          {kept.values[field.name]?.[0] || '—'}
        </p>
      ))}
      <p className="do">
        <button type="button" className="btn" onClick={onTake}>
          {words.keptTake}
        </button>
        <button type="button" className="linkbtn" onClick={onForget}>
          {words.keptForget}
        </button>
      </p>
    </div>
  );
}

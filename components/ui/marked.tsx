import { Fragment } from 'react';

export type Piece = { text: string; isMatch: boolean };

/** A text with the matched words marked. `tone`: whose words they are (filled circle unless told). */
export function Marked({ pieces, tone = 'filled' }: { pieces: Piece[]; tone?: 'open' | 'filled' }) {
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    if (!piece.isMatch) return <Fragment key={key}>{piece.text}</Fragment>;
    return (
      <mark key={key} className={tone === 'open' ? 'need-mark' : undefined}>
        {piece.text}
      </mark>
    );
  });
}

import { Local } from '#components/site/local.tsx';
import type { Passage } from '#lib/matching/contract.ts';

/** The sentence of a record that says most, the words that it shares with its counterpart marked. */
export function MarkedPassage({ passage, tone }: { passage: Passage; tone: 'open' | 'filled' }) {
  const text = passage.pieces.map((piece) => piece.text).join('');
  const { language, isUncheckedTranslation } = passage;
  return (
    <Local of={{ text, language, isUncheckedTranslation }} pieces={passage.pieces} tone={tone} isNoted />
  );
}

import { Local } from '#components/site/local.tsx';
import type { Passage } from '#lib/matching/contract.ts';

type Props = {
  passage: Passage;
  tone: 'open' | 'filled';
  /** Say of this passage that its translation has not been checked; a card says it once for all it holds. */
  isNoted?: boolean;
};

/** The sentence of a record that says most, the words that it shares with its counterpart marked. */
export function MarkedPassage({ passage, tone, isNoted = true }: Props) {
  const text = passage.pieces.map((piece) => piece.text).join('');
  const { language, isUncheckedTranslation } = passage;
  return (
    <Local
      of={{ text, language, isUncheckedTranslation }}
      pieces={passage.pieces}
      tone={tone}
      isNoted={isNoted}
    />
  );
}

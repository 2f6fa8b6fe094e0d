import { Local } from '#components/site/local.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Reason } from '#lib/matching/contract.ts';

/** Most words in common that are named; the rest would say no more. */
const MAX_WORDS = 6;

/** Why a practice answers a challenge, in words: how close, topics in common, words that both use, marked. */
export function ReasonWords({ reason, tone }: { reason: Reason; tone: 'open' | 'filled' }) {
  const t = useTranslations('practices.reason');
  const format = useFormatter();
  const topics = format.list(
    reason.topics.map((topic) => <Local key={topic.code} of={topic.label} />),
    { type: 'unit' },
  );
  const words = format.list(
    reason.words.slice(0, MAX_WORDS).map((word) => (
      <mark key={word} className={tone === 'open' ? 'need-mark' : undefined}>
        {word}
      </mark>
    )),
    { type: 'unit' },
  );
  return (
    <>
      {reason.topics.length > 0
        ? t.rich('topics', { closeness: reason.closeness, topics: () => topics })
        : t('noTopics', { closeness: reason.closeness })}{' '}
      {reason.words.length > 0 ? t.rich('words', { words: () => words }) : null}
    </>
  );
}

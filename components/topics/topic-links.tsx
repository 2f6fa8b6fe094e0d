import { Local } from '#components/site/local.tsx';
import { useFormatter } from '#i18n/words.ts';
import type { Topic } from '#lib/topics/contract.ts';

/** Topics of a record as links in a sentence-like list. Codes that no topic has are left out. */
export function TopicLinks({ codes, topics }: { codes: readonly string[]; topics: Topic[] }) {
  const format = useFormatter();
  const known = codes.flatMap((code) => topics.find((topic) => topic.code === code) ?? []);
  return format.list(
    known.map((topic) => (
      <a key={topic.code} href={`/topics/${topic.code}`}>
        <Local of={topic.label} />
      </a>
    )),
    { type: 'unit' },
  );
}

import type { ReactNode } from 'react';
import { CityName } from '#components/site/city-name.tsx';
import { excerpt } from '#components/site/excerpt.ts';
import { hostOf } from '#components/site/host.ts';
import { Local } from '#components/site/local.tsx';
import { Direction } from '#components/ui/match-card.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Home } from '#lib/discovery/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

type Props = { example: NonNullable<Home['example']>; topicLabel: (code: string) => string };

/** A challenge and the practice of another city that answers it: two records, not a pair of cities. */
export function WorkedExample({ example, topicLabel }: Props) {
  const t = useTranslations('home');
  const format = useFormatter();
  const { need, practice, reason } = example;
  return (
    <Section title={t('exampleTitle')}>
      <div className="worked">
        <Direction
          from={{
            kind: 'open',
            label: t('exampleNeed'),
            who: <CityName city={need.city} href={`/cities/${need.city.slug}`} />,
            say: <Local of={short(need.description)} />,
            records: <RecordLink href={`/needs/${need.id}`} title={need.title} />,
          }}
          to={{
            kind: 'filled',
            label: t('examplePractice'),
            who: <CityName city={practice.city} href={`/cities/${practice.city.slug}`} />,
            say: <Local of={short(practice.summary, practice.deedStart)} />,
            records: <RecordLink href={`/practices/${practice.id}`} title={practice.title} />,
          }}
        />
        <p className="then">
          {t.rich('exampleReason', {
            count: reason.topics.length,
            topics: format.list(reason.topics.map(topicLabel)),
            b: (words: ReactNode) => <strong key="b">{words}</strong>,
          })}
        </p>
        <SourceLine>
          <ExampleSources example={example} />
        </SourceLine>
      </div>
    </Section>
  );
}

function RecordLink({ href, title }: { href: string; title: LocalText }) {
  return (
    <a href={href}>
      <Local of={title} />
    </a>
  );
}

function ExampleSources({ example }: { example: Props['example'] }) {
  const t = useTranslations('home');
  const link = (source: { url: string } | null) => (words: ReactNode) =>
    source ? (
      <a key={source.url} href={source.url} rel="noreferrer">
        {words}
      </a>
    ) : (
      words
    );
  const words = (source: { url: string; title: string | null } | null) =>
    source ? (source.title ?? hostOf(source.url)) : '–';
  return t.rich('exampleSources', {
    needSource: words(example.need.source),
    practiceSource: words(example.practice.source),
    need: link(example.need.source),
    practice: link(example.practice.source),
  });
}

function short(text: LocalText, from = 0): LocalText {
  return { ...text, text: excerpt(text.text, text.language, { from, enough: 170 }) };
}

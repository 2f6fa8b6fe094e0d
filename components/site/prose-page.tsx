import type { ReactNode } from 'react';
import { dayInWords } from '#components/cities/day.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';

/** A heading and the keys of its paragraphs; `isList` makes them points of a list. */
export type ProsePart = { title: string; texts: string[]; isList?: boolean };

type Props = {
  page: 'about' | 'sources' | 'accessibility';
  parts: ProsePart[];
  hasUnder?: boolean;
  /** Addresses by the tag that stands for them in the messages. */
  links?: Record<string, string>;
  /** Days (ISO) by the name that stands for them in the messages. */
  days?: Record<string, string>;
};

/** A page of words: title, lead, parts. */
export function ProsePage({ page, parts, hasUnder = false, links = {}, days = {} }: Props) {
  const t = useTranslations(`pages.${page}`);
  const language = useLocale();
  const tags = {
    ...Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayInWords(day, language)])),
    b: (words: ReactNode) => <strong key="b">{words}</strong>,
    ...Object.fromEntries(Object.entries(links).map(([tag, href]) => [tag, linkTo(href)])),
  };
  return (
    <>
      <PageTitle title={t('title')} under={hasUnder ? t('under') : undefined} />
      <div className="prose read">
        <p className="lead">{t('lead')}</p>
        {parts.map((part) => (
          <section key={part.title} className="prose block">
            <h2>{t(part.title)}</h2>
            {part.isList ? (
              <ul className="points">
                {part.texts.map((key) => (
                  <li key={key}>{t.rich(key, tags)}</li>
                ))}
              </ul>
            ) : (
              part.texts.map((key) => <p key={key}>{t.rich(key, tags)}</p>)
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function linkTo(href: string) {
  return function Linked(words: ReactNode) {
    return (
      <a key={href} href={href} rel="noreferrer">
        {words}
      </a>
    );
  };
}

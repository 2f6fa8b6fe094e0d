import { useTranslations } from '#i18n/words.ts';
import { hostOf } from './host.ts';

type Props = {
  source: { url: string; title: string | null };
  /** `challenge`: "Challenge reported in public sources: ...". */
  as?: 'source' | 'challenge';
};

/** The words and link of a source line; stands inside `<SourceLine>` or the `source` of a record. */
export function SourceWords({ source, as = 'source' }: Props) {
  const t = useTranslations('common');
  const title = source.title ?? hostOf(source.url);
  const link = (words: React.ReactNode) => (
    <a key="a" href={source.url} rel="noreferrer" {...titleLanguage(source.title)}>
      {words}
    </a>
  );
  return t.rich(as === 'challenge' ? 'challengeSource' : 'source', { title, a: link });
}

/** In which language somebody wrote a source's title is not on record: it is not read as one of this page. */
export const titleLanguage = (title: string | null): { lang?: string } =>
  title === null ? {} : { lang: 'und' };

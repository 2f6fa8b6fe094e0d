import { hostOf } from '#components/site/host.ts';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';

/** The pages behind a profile, by the name of their host. */
export function CitySources({ sources }: { sources: string[] }) {
  const t = useTranslations('cities');
  return (
    <Section title={t('sources')} hint={t('sourcesHint')}>
      <ul className="plainlist record-sources">
        {sources.map((url) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {hostOf(url)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Local } from '#components/site/local.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Topic } from '#lib/topics/contract.ts';

const COMMITMENTS = [1, 2, 3, 4, 5, 6] as const;

/** Rows of two from 1000 px; the first row has no line above it. */
const TWO_COLUMNS =
  'lg:[&>ul]:grid lg:[&>ul]:grid-cols-2 lg:[&>ul]:gap-x-16 lg:[&>ul>li:nth-child(2)]:border-t-0 lg:[&>ul>li:nth-child(2)]:pt-0';

type Props = { topics: Topic[]; practices: ReadonlyMap<string, number>; needs: ReadonlyMap<string, number> };

/** Every topic under the commitment that it is filed under, in the order of its words. */
export function TopicList({ topics, practices, needs }: Props) {
  const t = useTranslations('topics');
  const commitment = useTranslations('home.commitment');
  const locale = useLocale();
  return (
    <>
      <PageTitle title={t('title')} under={t('lead')} />
      {COMMITMENTS.map((number) => {
        const own = topics
          .filter((topic) => topic.commitment === number)
          .sort((a, b) => a.label.text.localeCompare(b.label.text, locale));
        if (own.length === 0) return null;
        return (
          <Section
            key={number}
            id={`commitment-${number}`}
            title={t('commitment', { number, title: commitment(String(number)) })}
            place="block"
          >
            <div className={TWO_COLUMNS}>
              <Records isBare>
                {own.map((topic) => (
                  <RecordItem
                    key={topic.code}
                    href={`/topics/${topic.code}`}
                    title={<Local of={topic.label} />}
                    say={<Local of={topic.description} />}
                    source={t('holds', {
                      needs: needs.get(topic.code) ?? 0,
                      practices: practices.get(topic.code) ?? 0,
                    })}
                  />
                ))}
              </Records>
            </div>
          </Section>
        );
      })}
    </>
  );
}

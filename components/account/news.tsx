import { SECRETARIAT_ZONE, timeInWords } from '#components/cities/day.ts';
import { Actions, Button } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { MAIL_BUDGET, type News } from '#lib/notices/contract.ts';

type Props = { news: News[]; seeAll: (data: FormData) => Promise<void>; commandId: string };

/** What a person got mails about: what she has not seen, as her mail of the day holds it, then the rest. */
export function NewsPage({ news, seeAll, commandId }: Props) {
  const t = useTranslations('account');
  const c = useTranslations('common');
  const unseen = news.filter(({ isSeen }) => !isSeen);
  const seen = news.filter(({ isSeen }) => isSeen);
  return (
    <div className="read">
      <PageTitle
        crumbs={[{ href: '/account', label: t('title') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('news.title')}
        under={t('news.under', { count: MAIL_BUDGET })}
      />
      <Section title={t('news.unseen')}>
        {unseen.length === 0 ? <Empty title={t(news.length === 0 ? 'news.noneEver' : 'news.none')} /> : null}
        <Lines news={unseen} />
        {unseen.length === 0 ? null : (
          <form action={seeAll}>
            <input type="hidden" name="commandId" value={commandId} />
            {unseen.map(({ id, about }) => (
              <input key={id} type="hidden" name="about" value={about} />
            ))}
            <Actions>
              <Button isLine>{t('news.allSeen')}</Button>
            </Actions>
          </form>
        )}
      </Section>
      {seen.length === 0 ? null : (
        <Section title={t('news.seen')} place="block">
          <Lines news={seen} />
        </Section>
      )}
    </div>
  );
}

function Lines({ news }: { news: News[] }) {
  const language = useLocale();
  return (
    <Records isBare>
      {news.map(({ id, about, words, at }) => (
        <li key={id}>
          <p>
            <a href={about}>{words}</a>
          </p>
          <p className="source">
            <time dateTime={at}>{timeInWords(at, language, SECRETARIAT_ZONE)}</time>
          </p>
        </li>
      ))}
    </Records>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readerContext } from '#app/request/context.ts';
import { ProblemBox } from '#components/home/problem-box.tsx';
import { ProblemResult } from '#components/home/problem-result.tsx';
import { UnderstoodAs } from '#components/home/problem-topics.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { describeProblem } from '#lib/discovery/queries.ts';
import { listTopics } from '#lib/topics/queries.ts';
import { type Asked, readAsked } from './asked.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem');
  // What somebody wrote about her city is nobody else's business: such pages are not to be indexed.
  return { title: t('pageTitle'), robots: { index: false } };
}

export default async function ProblemPage({ searchParams }: Props) {
  const asked = readAsked(await searchParams);
  const t = await getTranslations('problem');
  const common = await getTranslations('common');
  const crumbs = [{ href: '/', label: t('crumbHome') }];
  if (asked.state !== 'fine') {
    const error = explain(asked, t);
    return (
      <>
        <PageTitle title={t('label')} crumbs={crumbs} crumbsLabel={common('breadcrumbs')} />
        <ErrorSummary
          title={t('errorTitle')}
          errors={error ? [{ fieldId: 'problem', message: error }] : []}
        />
        <div className="read block">
          <ProblemBox text={asked.text} error={error} />
        </div>
      </>
    );
  }
  const context = await readerContext();
  const [found, topics] = await Promise.all([
    describeProblem(context, { text: asked.text, topic: asked.topics }),
    listTopics(context, undefined),
  ]);
  return (
    <>
      <PageTitle
        title={t('pageTitle')}
        crumbs={crumbs}
        crumbsLabel={common('breadcrumbs')}
        under={found.topics.length > 0 ? <UnderstoodAs topics={found.topics} /> : undefined}
      />
      <ProblemResult text={asked.text} found={found} topics={topics.items} />
    </>
  );
}

function explain(
  asked: Asked,
  t: Awaited<ReturnType<typeof getTranslations<'problem'>>>,
): string | undefined {
  switch (asked.state) {
    case 'empty':
      return t('emptyError');
    case 'long':
      return t('longError', { maximum: asked.maximum, length: asked.text.length });
    case 'fine':
    case 'nothing':
      return undefined;
  }
}

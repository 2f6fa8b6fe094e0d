import type { Metadata } from 'next';
import { ProblemBox } from '#components/home/problem-box.tsx';
import { ProblemResult } from '#components/home/problem-result.tsx';
import { UnderstoodAs } from '#components/home/problem-topics.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { getTranslations, type Words } from '#i18n/words.ts';
import { type Asked, readAsked } from './asked.ts';
import { loadProblem } from './load.ts';

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
  const frame = { crumbs: [{ href: '/', label: t('crumbHome') }], crumbsLabel: common('breadcrumbs') };
  const answer = asked.state === 'fine' ? await loadProblem(asked.text, asked.topics) : null;
  if (answer !== null) {
    const { found, topics } = answer;
    const under = found.topics.length > 0 ? <UnderstoodAs topics={found.topics} /> : undefined;
    return (
      <>
        <PageTitle title={t('pageTitle')} under={under} {...frame} />
        <ProblemResult text={asked.text} found={found} topics={topics} />
      </>
    );
  }
  const error = explain(asked, t);
  return (
    <>
      <PageTitle title={t('label')} {...frame} />
      {asked.state === 'fine' ? (
        <Notice>{t('away')}</Notice>
      ) : (
        <ErrorSummary
          title={t('errorTitle')}
          errors={error ? [{ fieldId: 'problem', message: error }] : []}
        />
      )}
      <div className="read block">
        <ProblemBox text={asked.text} error={error} />
      </div>
    </>
  );
}

function explain(asked: Asked, t: Words): string | undefined {
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

import { readerContext } from '#app/request/context.ts';
import { CommitmentList } from '#components/home/commitment-list.tsx';
import { HomeMap } from '#components/home/home-map.tsx';
import { NewestPractices, WhatCitiesLookFor } from '#components/home/newest.tsx';
import { ProblemBox } from '#components/home/problem-box.tsx';
import { WorkedExample } from '#components/home/worked-example.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getHome } from '#lib/discovery/queries.ts';
import { listTopics } from '#lib/topics/queries.ts';

export default async function HomePage() {
  const context = await readerContext();
  const [home, topics, t] = await Promise.all([
    getHome(context, undefined),
    listTopics(context, undefined),
    getTranslations('home'),
  ]);
  const labels = new Map(topics.items.map((topic) => [topic.code, topic.label.text]));
  return (
    <>
      <Columns>
        <div>
          <h1>{t('title')}</h1>
          <p className="lead mt-4 mb-8">{t('lead')}</p>
          <ProblemBox />
        </div>
        {home.example ? (
          <WorkedExample example={home.example} topicLabel={(code) => labels.get(code) ?? code} />
        ) : null}
      </Columns>
      <HomeMap cities={home.mapCities} />
      <Columns isBlock>
        <NewestPractices practices={home.newestPractices} />
        <WhatCitiesLookFor needs={home.lookingFor} />
      </Columns>
      <CommitmentList commitments={home.commitments} />
    </>
  );
}

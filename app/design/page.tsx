import type { Metadata } from 'next';
import { PageFrame } from '#app/frame/page-frame.tsx';
import { answerMissing, missingMetadata } from '#app/request/found.ts';
import { Missing } from '#components/site/missing.tsx';
import { env } from '#lib/platform/env.ts';
import { FormSamples } from './form-samples.tsx';
import { RecordSamples } from './record-samples.tsx';
import { WordSamples } from './word-samples.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return env().isProduction ? missingMetadata() : { title: 'Design', robots: { index: false } };
}

/** Every part in both themes with the longest texts; not in production. */
export default async function DesignPage() {
  if (env().isProduction) {
    await answerMissing();
    return (
      <PageFrame>
        <Missing />
      </PageFrame>
    );
  }
  return (
    <main>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className="bg-paper text-ink">
          <div className="wrap">
            <WordSamples theme={theme} />
            <RecordSamples />
            <FormSamples theme={theme} />
          </div>
        </div>
      ))}
    </main>
  );
}

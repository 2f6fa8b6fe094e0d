import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { env } from '#lib/platform/env.ts';
import { FormSamples } from './form-samples.tsx';
import { RecordSamples } from './record-samples.tsx';
import { WordSamples } from './word-samples.tsx';

export const metadata: Metadata = { title: 'Design', robots: { index: false } };

/** Every part in both themes with the longest texts; not in production. */
export default function DesignPage() {
  if (env().isProduction) notFound();
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

import { Presets, SingleBar } from 'cli-progress';

export type Progress = { show(done: number, total: number): void; end(): void };

/** A bar on a terminal's stderr; nothing where nobody watches. */
export function createProgress(title: string): Progress {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `${title} {bar} {value}/{total}`,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    show: (done, total) => {
      if (!isStarted) bar.start(total, done);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newestOnly } from '#components/search/newest-only.ts';

function recorder(delays: Record<string, number>, failing: string[] = []) {
  const seen: string[] = [];
  const asked: string[] = [];
  const search = newestOnly<string>({
    ask: async (address, signal) => {
      asked.push(address);
      // Answers late even when nobody waits for it any more, as a server does.
      await wait(delays[address] ?? 0);
      if (failing.includes(address)) throw new Error('lost');
      return signal.aborted ? `stale ${address}` : address;
    },
    onAnswer: (answer) => seen.push(answer),
    onSlow: () => seen.push('slow'),
    onFailure: () => seen.push('failed'),
  });
  return { seen, asked, search };
}

describe('search as one types', () => {
  it('never shows the answer to an older question that comes late', async () => {
    const { seen, search } = recorder({ old: 120, new: 10 });
    search.now('old');
    search.now('new');
    await wait(200);
    expect(seen).toEqual(['new']);
  });

  it('does not say that an older question failed', async () => {
    const { seen, search } = recorder({ old: 50, new: 100 }, ['old']);
    search.now('old');
    search.now('new');
    await wait(200);
    expect(seen).toEqual(['new']);
  });

  it('asks once for letters that come fast', async () => {
    const { asked, search } = recorder({});
    for (const text of ['f', 'fl', 'flo', 'flood']) search.later(text);
    await wait(400);
    expect(asked).toEqual(['flood']);
  });

  it('says that an answer is slow, and that none came', async () => {
    const { seen, search } = recorder({ far: 700 }, ['far']);
    search.now('far');
    await wait(900);
    expect(seen).toEqual(['slow', 'failed']);
  });

  it('is silent after it was stopped', async () => {
    const { seen, asked, search } = recorder({ under: 50 });
    search.now('under');
    search.later('later');
    search.stop();
    await wait(400);
    expect(asked).toEqual(['under']);
    expect(seen).toEqual([]);
  });
});

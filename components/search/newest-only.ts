/** How long to wait for a further letter, in milliseconds. */
const PAUSE = 200;
/** After how long an unanswered question is called slow. */
const SLOW = 500;

type Work<Answer> = {
  ask: (address: string, signal: AbortSignal) => Promise<Answer>;
  onAnswer: (answer: Answer, address: string) => void;
  onSlow: () => void;
  onFailure: () => void;
};

export type NewestOnly = {
  /** Asks after a pause, unless asked again before. */
  later: (address: string) => void;
  now: (address: string) => void;
  stop: () => void;
};

/** Asks one question at a time: each new one ends the one before, whose answer is then never shown. */
export function newestOnly<Answer>({ ask, onAnswer, onSlow, onFailure }: Work<Answer>): NewestOnly {
  let present = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(pause);
    present.abort();
  };
  const now = async (address: string): Promise<void> => {
    stop();
    const mine = new AbortController();
    present = mine;
    const slow = setTimeout(onSlow, SLOW);
    try {
      const answer = await ask(address, mine.signal);
      if (!mine.signal.aborted) onAnswer(answer, address);
    } catch {
      if (!mine.signal.aborted) onFailure();
    } finally {
      clearTimeout(slow);
    }
  };
  return {
    later: (address) => {
      stop();
      pause = setTimeout(() => void now(address), PAUSE);
    },
    now: (address) => void now(address),
    stop,
  };
}

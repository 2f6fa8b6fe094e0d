/** At most `limit` calls in any `window` milliseconds; false when one more would be too many. */
export function createRate(
  limit: number,
  window: number,
  now: () => number = () => performance.now(),
): () => boolean {
  const times: number[] = [];
  return () => {
    const start = now() - window;
    while (times[0] !== undefined && times[0] <= start) times.shift();
    if (times.length >= limit) return false;
    times.push(now());
    return true;
  };
}

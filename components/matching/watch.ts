/** The answer of the socket server to `match.watch`. */
type Acknowledgement = { ok: true; data: { hasChanged: boolean } } | { ok: false };

/** An open page: whose matches, and, where it shows them, what it was made of when it was loaded. */
export type Watched = { slug: string; stamp?: string };

/**
 * Listens for changes of a match page until the returned function is called. The client is loaded only now and
 * only here; while the line is away it tries again quietly, and the page works without it.
 */
export function watchMatches(watched: Watched, event: string, onChange: () => void): () => void {
  let isOver = false;
  let close = () => {};
  void import('socket.io-client').then(
    ({ io }) => {
      if (isOver) return;
      const socket = io({ path: '/realtime', reconnectionDelayMax: 30_000 });
      close = () => void socket.close();
      socket.on('connect', () => {
        // Also after a line that was away: what was missed meanwhile shows in the stamp.
        socket.emit('match.watch', watched, (answer: Acknowledgement) => {
          // Refused: this page is not to be watched, so trying again would be of no use.
          if (!answer.ok) socket.close();
          else if (answer.data.hasChanged) onChange();
        });
      });
      socket.on(event, (notice: { slug: string }) => {
        if (notice.slug === watched.slug) onChange();
      });
    },
    () => {
      // Without the client the page stays as it was loaded.
    },
  );
  return () => {
    isOver = true;
    close();
  };
}

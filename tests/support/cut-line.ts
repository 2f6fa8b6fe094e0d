import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can cut and mend. */
export type Line = { url: string; cut: () => Promise<void>; mend: () => Promise<void> };

/** Passes bytes on to the server of this address, on a port of its own. */
export async function lineTo(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const open = (at: number) =>
    new Promise<number>((resolve) => {
      server = createServer((near) => {
        const far = connect(Number(port), hostname);
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one);
          one.on('error', () => other.destroy());
          one.on('close', () => sockets.delete(one));
          one.pipe(other);
        }
      }).listen(at, '127.0.0.1', () => {
        const address = server?.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const ours = await open(0);
  const url = new URL(target);
  url.host = `127.0.0.1:${ours}`;
  return {
    url: url.href,
    cut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: async () => void (await open(ours)),
  };
}

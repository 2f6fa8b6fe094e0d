import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port before a server that can be taken away and given back, as if the server had died and returned. */
export type Forwarder = { port: number; open: () => Promise<void>; close: () => Promise<void> };

export async function forwardTo(host: string, port: number): Promise<Forwarder> {
  let own = 0;
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // A connection that is cut on either side is what this is for.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((from) => {
        const to = connect(port, host);
        keep(from);
        keep(to);
        from.pipe(to).pipe(from);
      }).listen(own, '127.0.0.1', () => {
        const address = server?.address();
        if (typeof address === 'object' && address !== null) own = address.port;
        resolve();
      });
    });
  await open();
  return {
    port: own,
    open,
    close: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

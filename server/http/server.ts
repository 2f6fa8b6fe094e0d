import { createServer, type RequestListener, type Server } from 'node:http';
import { StartError } from '#server/startup/start-error.ts';
import { mayUpgrade } from './target.ts';

/** The one HTTP server. Limits are those of a slow phone, not of a fast attacker. */
export function createHttpServer(listener: RequestListener, isDevelopment: boolean): Server {
  return createServer(
    {
      // Long addresses get an answer of ours (414) instead of Node's bare 431.
      maxHeaderSize: 160 * 1024,
      // Ten megabytes over a line of one megabit.
      requestTimeout: 120_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 65_000,
      shouldUpgradeCallback: (request) => mayUpgrade(request, isDevelopment ? '/_next/' : undefined),
    },
    listener,
  );
}

/** Takes the port, or says in one line why not. Resolves to the port, which the system chose when 0 was asked. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenError(error, host, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `PORT: ${port} is taken by another program: stop it, or choose another one, for example PORT=${port + 1} npm start.`,
        error,
      );
    case 'EACCES':
      return new StartError(`PORT: ${port} needs more rights: choose one above 1023.`, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartError(
        `HOST: this machine has no address ${host}: choose 127.0.0.1 or another address of it.`,
        error,
      );
    default:
      return new StartError(
        `HOST and PORT: cannot listen on ${host}:${port} (${error.code ?? error.message}): choose others.`,
        error,
      );
  }
}

import { request } from 'node:http';

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};
export type RawQuestion = {
  method?: string;
  /** As it goes over the line: nothing is encoded or corrected. */
  target?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** One request of which nothing is made right first, unlike fetch. Redirects are not followed. */
export function ask(base: string, question: RawQuestion = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  const { method = 'GET', target = '/', headers = {}, body } = question;
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      method,
      path: target,
      headers,
      agent: false,
      insecureHTTPParser: true,
      // A redirect repeats a long address in a header.
      maxHeaderSize: 256 * 1024,
    });
    sent.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

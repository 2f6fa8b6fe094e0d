import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { expect } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '#app/api/openapi/components.ts';

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  milliseconds: number;
};
export type Question = { method?: string; headers?: Record<string, string>; body?: string };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends the target as it is: unlike fetch, which repairs addresses before they leave. */
export function ask(base: string, target: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', body } = question;
  // Node sends the body of a GET or DELETE without its length, which is no request at all.
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { ...question.headers, ...length };
  const { hostname, port } = new URL(base);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, path: target, method, headers, agent, maxHeaderSize: 256 * 1024 },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const milliseconds = performance.now() - start;
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, milliseconds });
        });
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A request that came through a proxy: never a trial copy. */
export const THROUGH_PROXY = { 'x-forwarded-for': '203.0.113.7' };

/** What every refusal must be, wherever in the server it comes from. Returns its body. */
export function expectProblem(answer: Answer, status: number) {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(answer.text);
  // What the document says of every problem, and nothing beside it.
  expect(z.strictObject(problemSchema.shape).parse(problem)).toEqual(problem);
  expect(problem).toMatchObject({
    type: `urn:saling:problem:${problem.code}`,
    title: expect.stringMatching(/\w/),
    detail: expect.stringMatching(/\w/),
    status,
    instance: `urn:uuid:${answer.headers['x-request-id']}`,
    params: expect.any(Object),
    errors: expect.any(Array),
  });
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.text).not.toMatch(/\n\s+at |node_modules|\.ts:\d|select .* from/i);
  return problem;
}

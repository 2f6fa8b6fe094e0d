import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isDirect } from '#server/http/trial.ts';

const copy = { mayTry: true, host: '127.0.0.1' };

function request(headers: Record<string, string>, peer = '127.0.0.1'): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer });
  return Object.assign(new IncomingMessage(socket), {
    httpVersion: '1.1',
    headers: { host: 'localhost:3000', ...headers },
  });
}

const PROXY_HEADERS = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-anything',
  'x-original-forwarded-for',
  'x-original-host',
  'x-cluster-client-ip',
  'x-proxyuser-ip',
  'x-envoy-external-address',
  'fly-client-ip',
  'cdn-loop',
  'fastly-client-ip',
  'x-amzn-trace-id',
  'cf-connecting-ip',
  'cf-ray',
  'true-client-ip',
  'client-ip',
  'x-client-ip',
  'x-cloud-trace-context',
  'x-azure-clientip',
  'x-vercel-forwarded-for',
  'x-amz-cf-id',
  'cloudfront-forwarded-proto',
  'x-original-url',
  'x-appengine-user-ip',
  'x-varnish',
  'tailscale-user-login',
];

describe('a trial copy', () => {
  const others: [string, IncomingMessage, typeof copy][] = [
    ['a configured database', request({}), { ...copy, mayTry: false }],
    ['a server that the network can reach', request({}), { ...copy, host: '0.0.0.0' }],
    ['an address of this machine that is not the usual one', request({ host: '127.0.0.2' }), copy],
    ['another machine', request({}, '192.168.1.7'), copy],
    ['another name', request({ host: 'saling.example.org' }), copy],
    ['a name that only begins like ours', request({ host: 'localhost.evil.example' }), copy],
    ['an address that only begins like ours', request({ host: '127.0.0.1.evil.example' }), copy],
    ['a proxy that speaks HTTP/1.0', Object.assign(request({}), { httpVersion: '1.0' }), copy],
    ...PROXY_HEADERS.map((name): [string, IncomingMessage, typeof copy] => [
      `a proxy (${name})`,
      request({ [name]: 'x' }),
      copy,
    ]),
  ];
  it.each(others)('is not what %s shows', (_, given, options) => {
    expect(isDirect(given, options)).toBe(false);
  });

  it('is what a browser of this machine asks for, with all that browsers and their tools send', () => {
    const sent = {
      accept: 'text/html',
      'accept-language': 'id',
      'cache-control': 'no-cache',
      connection: 'keep-alive',
      cookie: 'lang=id',
      dnt: '1',
      'next-action': 'x',
      'next-router-state-tree': 'x',
      origin: 'http://localhost:3000',
      priority: 'u=0, i',
      referer: 'http://localhost:3000/try',
      rsc: '1',
      'sec-ch-ua': 'x',
      'sec-fetch-site': 'same-origin',
      'sec-gpc': '1',
      'upgrade-insecure-requests': '1',
      'user-agent': 'x',
      'x-request-id': 'x',
      'x-requested-with': 'x',
    };
    expect(isDirect(request(sent), copy)).toBe(true);
  });

  it('is what this machine asks of itself', () => {
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1:8080']) {
      expect(isDirect(request({ host }), copy)).toBe(true);
    }
    expect(isDirect(request({}, '::1'), copy)).toBe(true);
    expect(isDirect(request({}, '::ffff:127.0.0.1'), { ...copy, host: 'localhost' })).toBe(true);
  });
});

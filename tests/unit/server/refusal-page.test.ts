import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { refusalPage } from '#server/http/refusal.ts';

const sent = (method: string) =>
  Object.assign(new IncomingMessage(new Socket()), {
    url: '/corrections/new?kind=city',
    method,
    headers: {},
  });

describe('the page of a refusal', () => {
  it('tells who sent a form that the text still stands in it, when the fault is ours', () => {
    for (const refusal of ['internal', 'unavailable'] as const) {
      expect(refusalPage(sent('POST'), refusal, 'en')).toContain('it still stands in the form');
      expect(refusalPage(sent('GET'), refusal, 'en')).not.toContain('it still stands in the form');
    }
  });

  it('leads from a method that cannot be used to the page itself', () => {
    const link = '<a href="/corrections/new?kind=city">';
    expect(refusalPage(sent('POST'), 'method-not-allowed', 'id')).toContain(`${link}Baca halaman ini`);
    expect(refusalPage(sent('POST'), 'foreign-origin', 'id')).not.toContain(link);
  });
});

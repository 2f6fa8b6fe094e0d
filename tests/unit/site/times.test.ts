import { describe, expect, it } from 'vitest';
import { clockInWords, dayInWords, timeInWords } from '#components/cities/day.ts';

const LATE = '2026-11-23T18:42:00Z';

describe('a time of day', () => {
  it('is said with the zone that it is of, not the one of the machine (Asia/Yangon here)', () => {
    expect(process.env.TZ).toBe('Asia/Yangon');
    expect(timeInWords(LATE, 'en', 'Asia/Jakarta')).toBe('24 Nov 2026, 01:42 GMT+7');
    expect(timeInWords(new Date(LATE), 'en', 'Asia/Yangon')).toBe('24 Nov 2026, 01:12 GMT+6:30');
    expect(timeInWords(LATE, 'id', 'Asia/Jakarta')).toMatch(/^24 Nov 2026,? (pukul )?01[.:]42 WIB$/);
  });

  it('is the reader’s own for what has just happened in front of her', () => {
    expect(clockInWords(new Date(LATE), 'en')).toBe('01:12');
    expect(clockInWords(Date.parse(LATE), 'id')).toMatch(/^01[.:]12$/);
  });

  it('is not part of a day, which no zone moves', () => {
    expect(dayInWords('2026-11-23', 'en')).toBe('23 November 2026');
  });
});

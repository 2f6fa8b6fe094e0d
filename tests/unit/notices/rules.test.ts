import { describe, expect, it } from 'vitest';
import { MOST_TRIES, NOTICE_TEMPLATES } from '#lib/notices/contract.ts';
import { isLastWord, nextTry, renderMail, wordsOf } from '#lib/notices/rules.ts';
import en from '#messages/en/mail.json' with { type: 'json' };
import id from '#messages/id/mail.json' with { type: 'json' };

const notice = {
  language: 'en',
  template: 'sign-in',
  params: { minutes: 10 },
  sealed: { path: '/sign-in/link?token=a&b=<c>', code: '012345' },
};

describe('a mail', () => {
  it('is refused when there are no words for it', () => {
    expect(() => wordsOf({ ...notice, template: 'praise' })).toThrow(/praise/);
  });

  it('has words in both languages for every template', () => {
    for (const template of NOTICE_TEMPLATES) {
      for (const words of [en, id]) {
        expect(words[template]).toMatchObject({ subject: expect.any(String), lead: expect.any(String) });
      }
    }
  });

  it('says the same in plain text and in HTML, where nothing is markup that we did not write', () => {
    const { text, html } = renderMail(wordsOf(notice), 'https://saling.example');
    expect(text).toContain('https://saling.example/sign-in/link?token=a&b=<c>\n');
    expect(html).toContain('href="https://saling.example/sign-in/link?token=a&amp;b=&lt;c&gt;"');
    expect(html).not.toContain('<c>');
    for (const said of [text, html]) expect(said).toContain('012345');
    expect(html).toMatch(/<html lang="en">/);
  });

  it('speaks the recipient’s language, and English where that is not ours', () => {
    expect(wordsOf({ ...notice, language: 'id' })).toMatchObject({
      language: 'id',
      subject: id['sign-in'].subject,
    });
    expect(wordsOf({ ...notice, language: 'th' }).subject).toBe(en['sign-in'].subject);
  });

  it('shows neither link nor code once they were wiped', () => {
    const { text, html } = renderMail(wordsOf({ ...notice, sealed: null }), 'https://saling.example');
    for (const said of [text, html]) expect(said).not.toMatch(/token|012345/);
  });
});

describe('trying again', () => {
  it('gets rarer and ends', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, made) => nextTry(made + 1));
    expect(waits.at(-1)).toBeNull();
    const seconds = waits.slice(0, -1).map(Number);
    expect(seconds).toEqual([...seconds].sort((one, other) => one - other));
    expect(seconds.every((wait) => wait > 0)).toBe(true);
  });

  it('helps when the server is away or says later, not after its last word', () => {
    expect(isLastWord({ code: 'ECONNECTION' })).toBe(false);
    expect(isLastWord({ responseCode: 451, code: 'EENVELOPE' })).toBe(false);
    expect(isLastWord({ responseCode: 535, code: 'EAUTH' })).toBe(false);
    expect(isLastWord({ responseCode: 550, code: 'EENVELOPE' })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { messagesFor } from '#i18n/messages.ts';
import { avoidedWord, flatten, type Messages, placeholders } from './words.ts';

const english = flatten(messagesFor('en') as Messages);
const indonesian = flatten(messagesFor('id') as Messages);

/** Texts that are the same in both languages: names, abbreviations, forms with placeholders only. */
const SAME_ALLOWED: readonly RegExp[] = [
  /^(vocabulary\.languageName|cities\.language)\.(fil|km|lo|ta|th)$/,
  /^cities\.(facet\.forum|smartCities|placeSource)$/,
  /^common\.(name|languageName\.(en|id)|country\.[A-Z]{2}|cityAndCountry)$/,
];
const isSameAllowed = (key: string, text: string): boolean =>
  SAME_ALLOWED.some((pattern) => pattern.test(key)) ||
  !/[a-z]{3}/i.test(text.replaceAll(/<[^>]*>|\{[^}]*\}/g, ''));

describe('messages', () => {
  it('has every English message in Indonesian, and no other', () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('is ICU with the same placeholders in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(indonesian.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('is translated: no text equals the English outside the list of names', () => {
    const same = [...english].filter(
      ([key, text]) => indonesian.get(key) === text && !isSameAllowed(key, text),
    );
    expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('says nothing that the glossary avoids', () => {
    const avoided = [...english].flatMap(([key, text]) => {
      const word = avoidedWord(text);
      return word === null ? [] : [`${key}: ${word}`];
    });
    expect(avoided).toEqual([]);
  });
});

describe('the guards themselves', () => {
  it.each([
    ['Your city’s score is 80', 'score'],
    ['Cities of Vietnam', 'Vietnam'],
    ['Brunei and Malaysia', 'Brunei'],
    ['The answer is overdue', 'overdue'],
  ])('see an avoided word in "%s"', (message, word) => {
    expect(avoidedWord(message)).toBe(word);
  });

  it('leave the right words alone', () => {
    expect(avoidedWord('Kind of evidence in Viet Nam and Brunei Darussalam')).toBeNull();
  });

  it('see a placeholder that a translation forgot', () => {
    expect(placeholders('Practice of {city}')).not.toEqual(placeholders('Praktik'));
  });

  it('see that a text was not translated', () => {
    expect(isSameAllowed('home.title', 'Find the city')).toBe(false);
  });
});

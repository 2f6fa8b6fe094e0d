import { describe, expect, it } from 'vitest';
import { publicAddresses } from '#app/request/addresses.ts';

const SITE = 'https://saling.example.org';

describe('the public addresses of a page', () => {
  it('are none where the site does not know its own', () => {
    expect(publicAddresses('/cities?lang=id', undefined)).toEqual({});
  });

  it('are none of another host, whatever was asked for', () => {
    const { alternates } = publicAddresses('//evil.example/cities', SITE);
    expect(alternates?.canonical).toBe(`${SITE}/evil.example/cities`);
  });

  it('leave the query out, but for the language', () => {
    expect(publicAddresses('/practices?q=flood&topic=heat', SITE).alternates?.canonical).toBe(
      `${SITE}/practices`,
    );
    expect(publicAddresses('/practices?q=flood&lang=id', `${SITE}/`).alternates?.canonical).toBe(
      `${SITE}/practices?lang=id`,
    );
    expect(publicAddresses('/practices?lang=xx', SITE).alternates?.canonical).toBe(`${SITE}/practices`);
  });

  it('name the page in each language, and without one', () => {
    expect(publicAddresses('/cities/surabaya', SITE).alternates?.languages).toEqual({
      en: `${SITE}/cities/surabaya?lang=en`,
      id: `${SITE}/cities/surabaya?lang=id`,
      'x-default': `${SITE}/cities/surabaya`,
    });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, deviceDarkRoles, LINE_PAIRS, rolesOf, TEXT_PAIRS, tooWeak } from './contrast.ts';

const css = readFileSync(new URL('../../../app/styles/tokens.css', import.meta.url), 'utf8');

describe('contrast of the colours in app/styles/tokens.css', () => {
  test('control: a soft ink that is too light is found', () => {
    const faded = { ...rolesOf(css, 'light'), 'ink-soft': '#8a8f93' };
    expect(tooWeak(faded, TEXT_PAIRS, 4.5)).toEqual([
      'ink-soft on paper: 3.18 < 4.5',
      'ink-soft on wash: 2.89 < 4.5',
    ]);
  });

  test('control: a role that no longer exists is found', () => {
    expect(tooWeak({}, [['ink', 'paper']], 4.5)).toEqual(['ink or paper is not defined']);
  });

  test('the formula gives the ratios that WCAG names', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test.each(['light', 'dark'] as const)('every text of the %s theme has at least 4.5 to 1', (theme) => {
    expect(tooWeak(rolesOf(css, theme), TEXT_PAIRS, 4.5)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('every line that means something has 3 to 1, %s', (theme) => {
    expect(tooWeak(rolesOf(css, theme), LINE_PAIRS, 3)).toEqual([]);
  });

  test('the device and the reader get the same dark theme', () => {
    expect(deviceDarkRoles(css)).toEqual(rolesOf(css, 'dark'));
    expect(Object.keys(rolesOf(css, 'dark'))).toEqual(Object.keys(rolesOf(css, 'light')));
  });
});

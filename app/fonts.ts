import localFont from 'next/font/local';

// Latin weighs 13 to 15 kB a weight; latin-ext would be 60 kB a weight and the records do not need it.
const sansLatin = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2',
      weight: '400',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2',
      weight: '600',
      style: 'normal',
    },
  ],
  variable: '--font-sans-latin',
  display: 'optional',
});

const serifLatin = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/noto-serif/files/noto-serif-latin-600-normal.woff2',
      weight: '600',
      style: 'normal',
    },
  ],
  variable: '--font-serif-latin',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
});

// Vietnamese stands first in the stack, but is fetched only where a page shows one of these letters.
const sansVietnamese = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2',
      weight: '400',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2',
      weight: '600',
      style: 'normal',
    },
  ],
  variable: '--font-sans-vietnamese',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
});

const serifVietnamese = localFont({
  src: '../node_modules/@fontsource/noto-serif/files/noto-serif-vietnamese-600-normal.woff2',
  weight: '600',
  variable: '--font-serif-vietnamese',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
});

/** Classes of `<html>` that define the font variables of `styles/tokens.css`. */
export const fontClasses = [sansLatin, serifLatin, sansVietnamese, serifVietnamese]
  .map((font) => font.variable)
  .join(' ');

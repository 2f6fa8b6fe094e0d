import localFont from 'next/font/local';

/** The weight of running text, which only paper is set in; all other pages have serif titles alone. */
export const paperFont = localFont({
  src: '../../../../../node_modules/@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2',
  weight: '400',
  style: 'normal',
  variable: '--font-serif-paper',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
});

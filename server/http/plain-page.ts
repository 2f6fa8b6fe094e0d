/** What a page says that is made without Next: no script, no file of its own, in the colours of the site. */
export type PlainPage = {
  language: string;
  title: string;
  detail: string;
  /** Further sentences, softer. */
  more?: string[];
  links: { href: string; label: string }[];
  /** Said above everything. */
  band?: string | undefined;
  /** Of the policy that is sent with it. */
  nonce: string | undefined;
  /** The reader's choice; undefined leaves it to the device. */
  theme?: 'light' | 'dark' | undefined;
};

const LIGHT =
  'color-scheme:light;--paper:#fdfcf8;--ink:#1a1c1e;--soft:#555a5e;--line:#d9d5ca;--action:#123f6d;--need:#8a5a00;--practice:#0b6259';
const DARK =
  'color-scheme:dark;--paper:#15181b;--ink:#ebe8e1;--soft:#adb1b1;--line:#353a3f;--action:#9cc3ee;--need:#e3b34c;--practice:#6cc7bb';
const STYLE = `:root{${LIGHT}}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}[data-theme=dark]{${DARK}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/27px "Noto Sans",system-ui,sans-serif}
header{border-bottom:1px solid var(--line)}header a{display:inline-flex;align-items:center;gap:12px;min-height:52px;color:var(--ink);text-decoration:none;font:600 21px/1 "Noto Serif",Georgia,serif}
header>*,main{max-width:1180px;margin:auto;padding:0 20px}main{padding-block:40px}svg{height:16px;width:31px}
p.band{max-width:1140px;margin:auto;padding:8px 20px;font-size:14px;line-height:20px}h1{font:600 28px/36px "Noto Serif",Georgia,serif;margin:0 0 16px}p{max-width:34em;margin:0 0 16px}.soft{color:var(--soft);font-size:14px;line-height:20px}
ul{list-style:none;margin:24px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 24px}li a{display:inline-flex;align-items:center;min-height:44px;color:var(--action);text-underline-offset:3px}
a:focus-visible{outline:3px solid var(--action);outline-offset:2px;border-radius:4px}`;
const MARK =
  '<svg viewBox="0 0 31 16" aria-hidden="true"><circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--need)" stroke-width="2.6"/><circle cx="23" cy="8" r="7.5" fill="var(--practice)"/></svg>';

/** The whole document. Every text is escaped. */
export function renderPlainPage(page: PlainPage): string {
  const { language, title, detail, more = [], links, band, nonce, theme } = page;
  const style = nonce === undefined ? '' : `<style nonce="${escapeText(nonce)}">${STYLE}</style>`;
  const items = links.map(
    ({ href, label }) => `<li><a href="${escapeText(href)}">${escapeText(label)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${escapeText(language)}"${theme === undefined ? '' : ` data-theme="${theme}"`}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeText(title)} – Saling</title><link rel="icon" href="/mark.svg" type="image/svg+xml">${style}</head>
<body>${band === undefined ? '' : `<p class="band">${escapeText(band)}</p>`}<header><div><a href="/">${MARK}Saling</a></div></header>
<main><h1>${escapeText(title)}</h1><p>${escapeText(detail)}</p>
${more.map((text) => `<p class="soft">${escapeText(text)}</p>`).join('\n')}
<ul>${items.join('')}</ul></main></body></html>
`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** An answer, with what a person would look at. */
export type Seen = { status: number; location: string | null; html: string; headers: Headers; ms: number };

/** A browser without scripts: keeps cookies, reads pages, presses buttons of their forms. Redirects are not followed. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly base: string;
  readonly userAgent: string;

  constructor(base: string, userAgent = 'Mozilla/5.0 (X11; Linux x64) Firefox/140.0') {
    this.base = base;
    this.userAgent = userAgent;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const started = performance.now();
    const answer = await fetch(this.base + path, {
      redirect: 'manual',
      ...init,
      headers: {
        'user-agent': this.userAgent,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.method === 'POST' ? { origin: this.base } : {}),
        ...init.headers,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { status, headers } = answer;
    const location = headers.get('location');
    return { status, location, html: await answer.text(), headers, ms: performance.now() - started };
  }

  /** Presses the button of the form that holds `mark`. @throws when the page has no such form */
  async press(
    path: string,
    html: string,
    mark: string,
    fields: Record<string, string> = {},
    init: RequestInit = {},
  ) {
    return this.ask(path, { ...init, method: 'POST', body: readForm(html, mark, fields) });
  }

  /** Opens a page and presses its button. */
  async submit(path: string, mark: string, fields: Record<string, string> = {}): Promise<Seen> {
    return this.press(path, (await this.ask(path)).html, mark, fields);
  }
}

/** What a browser would send for a form: its hidden fields and values, and what was typed. */
export function readForm(html: string, mark: string, typed: Record<string, string> = {}): FormData {
  const form = [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].find(([, inner]) =>
    inner?.includes(mark),
  )?.[1];
  if (form === undefined) throw new Error(`no form with ${mark} in: ${html.slice(0, 2000)}`);
  const data = new FormData();
  for (const [, tag = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || !/type="hidden"/.test(tag)) continue;
    data.append(name, unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  return data;
}

function unescaped(text: string): string {
  const letters: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
  return text.replaceAll(/&(amp|quot|lt|gt|#x27|#39);/g, (whole, name: string) => letters[name] ?? whole);
}

export const titleOf = (html: string): string => /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim() ?? '';

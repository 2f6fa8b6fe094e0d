/** Ids that the page of a list and the island that refreshes it agree on. */
export const IDS = { search: 'search-form', facets: 'facets-form', results: 'results-body' } as const;

/** The address that both forms of the page ask for together. */
export function askedAddress(): string {
  const search = document.getElementById(IDS.search);
  const facets = document.getElementById(IDS.facets);
  if (!(search instanceof HTMLFormElement)) return window.location.pathname;
  const query = new URLSearchParams();
  const words = new FormData(search).get('q');
  if (typeof words === 'string' && words.trim() !== '') query.append('q', words);
  const chosen = facets instanceof HTMLFormElement ? facets : search;
  for (const [name, value] of new FormData(chosen)) {
    if (name !== 'q' && typeof value === 'string' && value !== '') query.append(name, value);
  }
  const path = new URL(search.action).pathname;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same page as the server writes it for another address. @throws when it cannot be had */
export async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (page.getElementById(IDS.results) === null) throw new Error('no results in the answer');
  return page;
}

/**
 * Takes over what stands beside the results: counts and presence of each choice, links that carry the words
 * or the address along, the title. Nothing is replaced, so focus and open folds stay.
 */
export function takeOver(page: Document): void {
  document.title = page.title;
  for (const fresh of page.querySelectorAll<HTMLElement>(`#${IDS.facets} [data-choice]`)) {
    const mine = document.getElementById(fresh.id);
    if (mine === null) continue;
    mine.hidden = fresh.hidden && mine.querySelector('input:checked') === null;
    const count = mine.querySelector('.hint')?.firstChild;
    if (count) count.nodeValue = fresh.querySelector('.hint')?.textContent ?? '';
  }
  const followers = 'header a[hreflang], a[data-follows]';
  const links = page.querySelectorAll<HTMLAnchorElement>(followers);
  document.querySelectorAll<HTMLAnchorElement>(followers).forEach((link, place) => {
    link.href = links[place]?.getAttribute('href') ?? link.href;
  });
}

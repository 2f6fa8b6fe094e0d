import type { FactKey } from '#lib/cities/contract.ts';

export const FACT_VERBS = ['confirm', 'remove', 'undo', 'discard'] as const;
export type FactVerb = (typeof FACT_VERBS)[number];
export type FactAction = (data: FormData) => Promise<void>;

type Props = {
  action: FactAction;
  verb: FactVerb;
  fact: { key: FactKey; version: number };
  commandId: string;
  /** Where to be led afterwards: the claim, or the facts. */
  to?: 'claim' | undefined;
  look?: 'button' | 'line' | 'link';
  children: React.ReactNode;
};

const LOOKS = { button: 'btn', line: 'btn btn--line', link: 'linkbtn' } as const;

/** One button that says something of a fact; works without scripts, a second press changes nothing. */
export function FactDeed({ action, verb, fact, commandId, to, look = 'button', children }: Props) {
  return (
    <form action={action} className="deed">
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="key" value={fact.key} />
      <input type="hidden" name="version" value={fact.version} />
      <input type="hidden" name="commandId" value={commandId} />
      {to === undefined ? null : <input type="hidden" name="to" value={to} />}
      <button className={LOOKS[look]} type="submit">
        {children}
      </button>
    </form>
  );
}

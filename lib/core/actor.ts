/**
 * Who acts. `isOnTrialCopy` is true only for a request to the embedded database that came straight from
 * this machine; the transport decides it, the core relies on it.
 */
export type Actor = { kind: 'visitor'; isOnTrialCopy: boolean } | { kind: 'job'; name: string };

/** The key under which outcomes of commands are kept: one namespace per person, and one for all visitors. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'visitor':
      return 'visitor';
    case 'job':
      return `job:${actor.name}`;
  }
}

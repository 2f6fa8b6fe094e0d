import { Local } from '#components/site/local.tsx';
import type { City } from '#lib/cities/contract.ts';

/** Why a former local government still has a page. Nothing for a present one. */
export function FormerNote({ city }: { city: City }) {
  if (city.formerNote === null) return null;
  return (
    <p className="read mt-8">
      <Local of={city.formerNote} />
    </p>
  );
}

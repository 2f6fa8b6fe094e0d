import type { ReactNode } from 'react';
import { Choice } from '#components/ui/choice.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useTranslations } from '#i18n/words.ts';

export type FacetValue = { value: string; label: ReactNode; count: number; isChosen: boolean };
export type FacetView = {
  name: string;
  legend: string;
  values: FacetValue[];
  isOpen?: boolean;
  /** Only this many at first; the rest one press away. */
  first?: number;
};

export const isEmptyFacet = ({ values }: Pick<FacetView, 'values'>): boolean =>
  values.every((one) => one.count === 0 && !one.isChosen);

/** One filter as a fold of choices with counts. Values that would leave nothing are there, but hidden. */
export function FacetList({ name, legend, values, isOpen = false, first }: FacetView) {
  const t = useTranslations('search');
  if (isEmptyFacet({ values })) return null;
  const isInUse = values.some((one) => one.isChosen);
  const [shown, rest] = first === undefined ? [values, []] : split(values, first);
  return (
    <div className="facet">
      <Fold summary={legend} isOpen={isOpen || isInUse}>
        <fieldset>
          <legend className="hide">{legend}</legend>
          <Values name={name} values={shown} />
          {rest.length > 0 ? (
            <Fold summary={t('moreChoices')}>
              <Values name={name} values={rest} />
            </Fold>
          ) : null}
        </fieldset>
      </Fold>
    </div>
  );
}

function Values({ name, values }: { name: string; values: FacetValue[] }) {
  return (
    <ul>
      {values.map((one) => (
        <li
          key={one.value}
          id={`${name}-${one.value}-choice`}
          data-choice=""
          hidden={one.count === 0 && !one.isChosen}
        >
          <Choice
            id={`${name}-${one.value}`}
            name={name}
            value={one.value}
            isChecked={one.isChosen}
            hint={one.count}
          >
            {one.label}
          </Choice>
        </li>
      ))}
    </ul>
  );
}

/** The chosen and the most frequent values, in the order that they came in; and the others. */
function split(values: FacetValue[], first: number): [FacetValue[], FacetValue[]] {
  const ranked = [...values].sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count);
  const kept = new Set(ranked.slice(0, Math.max(first, values.filter((one) => one.isChosen).length)));
  return [values.filter((one) => kept.has(one)), values.filter((one) => !kept.has(one))];
}

import { Papers } from '#components/papers/papers-section.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Agreement } from './agreement.tsx';
import { Answers } from './answers.tsx';
import { AsksAndGives } from './asks-and-gives.tsx';
import { Clearances } from './clearances.tsx';
import { ExchangeHead } from './exchange-head.tsx';
import { History } from './history.tsx';
import { NextStep } from './next-step.tsx';
import { Outcomes } from './outcomes.tsx';
import { ActionPlanSection, ProgrammeSection, RecommendationsSection } from './papers.tsx';
import { PlansChange } from './plans-change.tsx';
import { Said } from './said.tsx';
import type { SectionProps } from './section-props.ts';
import { Way } from './way.tsx';

/** Sections in reading order, each left out by itself where it has nothing to say. Further ones go here. */
const READING = {
  NextStep,
  AsksAndGives,
  Answers,
  Agreement,
  Clearances,
  ProgrammeSection,
  RecommendationsSection,
  ActionPlanSection,
  Outcomes,
};
const BESIDE = { PlansChange, Papers, History };

type Props = SectionProps & { said: { done?: string | undefined; refused?: string | undefined } };

/** One exchange as the people of its two cities read it. */
export function ExchangePage({ said, ...props }: Props) {
  return (
    <>
      <ExchangeHead {...props} />
      <Said {...said} other={props.exchange.other.name} />
      <Way {...props} />
      <Columns isBlock>
        <div>
          {Object.entries(READING).map(([name, Part]) => (
            <Part key={name} {...props} />
          ))}
        </div>
        <div>
          {Object.entries(BESIDE).map(([name, Part]) => (
            <Part key={name} {...props} />
          ))}
        </div>
      </Columns>
    </>
  );
}

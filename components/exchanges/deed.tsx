import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { SectionProps } from './section-props.ts';

type Props = Pick<SectionProps, 'actions' | 'newCommandId'> & {
  id: string;
  step: string;
  isLine?: boolean;
  /** What the step names besides, such as the version that is agreed to. */
  more?: Record<string, string>;
  children: ReactNode;
};

/** One step in one button. */
export function Deed({ id, step, isLine = false, more = {}, actions, newCommandId, children }: Props) {
  return (
    <form action={actions.move} className="deed">
      {Object.entries({ id, step, commandId: newCommandId(), ...more }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button isLine={isLine}>{children}</Button>
    </form>
  );
}

import type { ReactNode } from 'react';

const LAYOUTS = {
  reading: 'cols',
  even: 'cols cols--even',
  turned: 'cols cols--turn',
} as const;

type ColumnsProps = { layout?: keyof typeof LAYOUTS; isBlock?: boolean; children: ReactNode };

/** Two columns from 1000 px: 7 to 4 (`reading`), 1 to 1 (`even`), 4 to 7 (`turned`). Give it two children. */
export function Columns({ layout = 'reading', isBlock = false, children }: ColumnsProps) {
  return <div className={isBlock ? `${LAYOUTS[layout]} block` : LAYOUTS[layout]}>{children}</div>;
}

/**
 * Reading left, doing right. On a phone a `<Section place="doing">` inside `beside` follows the first part of
 * `reading`, and what carries `className="rest"` inside `reading` follows that.
 */
export function ReadingAndDoing({ reading, beside }: { reading: ReactNode; beside: ReactNode }) {
  return (
    <div className="cols cols--doing">
      <article className="reading">{reading}</article>
      <aside className="beside">{beside}</aside>
    </div>
  );
}

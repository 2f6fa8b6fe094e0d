import type { ReactNode } from 'react';
import { Actions } from '#components/ui/button.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { ClaimItem, ClaimKind } from './items.ts';

type Props = {
  item: ClaimItem;
  title: ReactNode;
  say: ReactNode;
  source: ReactNode;
  /** Staff corrects only. */
  maySpeak: boolean;
  /** The buttons of this kind of thing. */
  deeds: { confirm: ReactNode; correct: ReactNode; remove: ReactNode; back: ReactNode };
  /** The next one that nobody has looked at. */
  laterHref: string | undefined;
};

/** One thing that public sources say, with its source, and the three answers to it. */
export function ClaimCard({ item, title, say, source, maySpeak, deeds, laterHref }: Props) {
  const t = useTranslations('claim');
  const c = useTranslations('common');
  const isOpen = item.state === 'open';
  return (
    <Section title={title} hint={<Kind kind={item.kind} />}>
      <p className="lead">{say}</p>
      <SourceLine>
        {isOpen ? `${c('compiled')} ` : null}
        {source}
      </SourceLine>
      {item.isChangeable ? null : <p className="mt-6">{t('notHere')}</p>}
      {item.isChangeable && isOpen ? (
        <div className="mt-6">
          <p>{t(maySpeak ? 'ask' : 'askStaff')}</p>
          <Actions>
            {maySpeak ? deeds.confirm : null}
            {deeds.correct}
            {maySpeak ? deeds.remove : null}
          </Actions>
        </div>
      ) : null}
      {isOpen ? null : <p className="mt-6">{t(`now.${item.state}`)}</p>}
      {item.isChangeable && !isOpen && maySpeak ? deeds.back : null}
      {laterHref === undefined ? null : (
        <p className="more">
          <a href={laterHref}>{t(isOpen ? 'later' : 'next')}</a>
        </p>
      )}
    </Section>
  );
}

function Kind({ kind }: { kind: ClaimKind }) {
  const t = useTranslations('claim.kind');
  return (
    <>
      {kind === 'fact' ? null : <Circle kind={kind === 'need' ? 'open' : 'filled'} />} {t(kind)}
    </>
  );
}

type DeedProps = {
  action: (data: FormData) => Promise<void>;
  verb: 'confirm' | 'withdraw' | 'restore' | 'unclaim' | 'revise';
  item: ClaimItem;
  commandId: string;
  look?: 'button' | 'line' | 'link';
  children: ReactNode;
};
const LOOKS = { button: 'btn', line: 'btn btn--line', link: 'linkbtn' } as const;

/** One button of a practice or need; works without scripts, a second press changes nothing. */
export function RecordDeed({ action, verb, item, commandId, look = 'button', children }: DeedProps) {
  return (
    <form action={action} className="deed">
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="commandId" value={commandId} />
      <button className={LOOKS[look]} type="submit">
        {children}
      </button>
    </form>
  );
}

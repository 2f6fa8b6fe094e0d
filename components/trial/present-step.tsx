import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Match } from '#lib/matching/contract.ts';
import { TRIAL_STEPS, type Trial, type TrialStep } from '#lib/trial/contract.ts';
import { DeskList, type Sit } from './desk-choice.tsx';
import { AnswerBeside, AskBeside, PrintBrief } from './exchange-steps.tsx';

export type StepProps = {
  trial: Trial;
  city: CityRef;
  match: Match;
  /** Of that match in the ranking, from 1. */
  place: number;
  /** Of this very server under its other name, where the browser keeps other cookies. */
  otherOrigin: string;
  sit: Sit;
  startExample: (data: FormData) => Promise<void>;
  /** Made when the page was written: a second press starts no second example. */
  commandId: string;
};

/** What the present step asks for: a sentence or two, and one button. */
export function PresentStep({ step, ...props }: StepProps & { step: TrialStep }) {
  const t = useTranslations('trial');
  const Panel = PANELS[step];
  return (
    <>
      <h3>{t(`step.${step}`)}</h3>
      <Panel {...props} />
      <StepAfter step={step} trial={props.trial} />
    </>
  );
}

const PANELS: Record<TrialStep, (props: StepProps) => ReactNode> = {
  sit: Sitting,
  match: FirstMatch,
  beside: OtherDesk,
  ask: AskBeside,
  answer: AnswerBeside,
  print: PrintBrief,
  publish: Publishing,
  arrive: Arrival,
};

function Sitting({ trial, sit }: StepProps) {
  const t = useTranslations('trial');
  return (
    <>
      <p>{t('sitting', { role: t(`role.${trial.seat?.role ?? 'focal-point'}`) })}</p>
      <Fold summary={t('changeDesk')}>
        <DeskList desks={trial.desks} sit={sit} />
      </Fold>
    </>
  );
}

function FirstMatch({ city, match, place }: StepProps) {
  const t = useTranslations('trial');
  return (
    <>
      <p>{t(place === 1 ? 'firstMatch' : 'openMatch', { city: city.name, other: match.city.name, place })}</p>
      <Actions>
        <ButtonLink href={`/cities/${city.slug}/matches`}>
          {t('readMatch', { other: match.city.name })}
        </ButtonLink>
      </Actions>
    </>
  );
}

function OtherDesk({ match, otherOrigin }: StepProps) {
  const t = useTranslations('trial');
  const other = match.city;
  return (
    <>
      <p>{t('otherDesk', { other: other.name, address: new URL(otherOrigin).host })}</p>
      <Actions>
        <a className="btn" href={`${otherOrigin}/try?desk=${other.slug}`} target="_blank" rel="noopener">
          {t('openDesk', { other: other.name })}
        </a>
      </Actions>
    </>
  );
}

function Publishing(props: StepProps) {
  return (
    <>
      <Looking {...props} words="publishSay" />
      <StartExample {...props} />
      <Published trial={props.trial} />
    </>
  );
}

type Looks = 'publishSay' | 'arriveNothing' | 'arriveOther';

/** What the city beside looks for, with the way to it. */
function Looking({ trial, match, words }: StepProps & { words: Looks }) {
  const t = useTranslations('trial');
  const need = trial.beside?.wanted ?? null;
  if (need === null) return null;
  return (
    <p>
      {t.rich(words, {
        other: match.city.name,
        need: () => (
          <a key="need" href={`/needs/${need.id}`}>
            <Local of={need.title} />
          </a>
        ),
      })}
    </p>
  );
}

/** Opens a draft that answers that need, filled in but for the pressing of "Publish". */
function StartExample({ trial, startExample, commandId }: StepProps) {
  const t = useTranslations('trial');
  return (
    <form action={startExample}>
      <input type="hidden" name="commandId" value={commandId} />
      <Actions>
        {trial.beside?.wanted ? <Button>{t('startExample')}</Button> : null}
        <a href="/our-city/practices/new">{t('writeOwn')}</a>
      </Actions>
    </form>
  );
}

function Published({ trial }: { trial: Trial }) {
  const t = useTranslations('trial');
  if (trial.practices.length === 0) return null;
  return (
    <div className="mt-6">
      <p className="soft small">{t('published')}</p>
      <ul>
        {trial.practices.map((practice) => (
          <li key={practice.id}>
            <a href={`/practices/${practice.id}`}>
              <Local of={practice.title} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Three states: nothing published yet, published but not shown there, arrived. */
function Arrival(props: StepProps) {
  const { trial, city, match, otherOrigin } = props;
  const t = useTranslations('trial');
  const other = match.city;
  const theirs = `${otherOrigin}/cities/${other.slug}/matches`;
  const received = <Received trial={trial} own={city} from={other} />;
  if (trial.arrived.length > 0) {
    return (
      <>
        <p>{t('arrivedSay', { other: other.name })}</p>
        <Actions>
          <a className="btn" href={theirs} target="_blank" rel="noopener">
            {t('readTheirs', { other: other.name })}
          </a>
        </Actions>
        {received}
      </>
    );
  }
  const hasPublished = trial.practices.length > 0;
  return (
    <>
      {received}
      <Looking {...props} words={hasPublished ? 'arriveOther' : 'arriveNothing'} />
      <StartExample {...props} />
      {hasPublished ? (
        <p className="more">
          <a href={theirs} target="_blank" rel="noopener">
            {t('readTheirs', { other: other.name })}
          </a>
        </p>
      ) : null}
      <Published trial={trial} />
    </>
  );
}

/** What came from the desk beside: who tries with two windows looks for it here. */
function Received({ trial, own, from }: { trial: Trial; own: CityRef; from: CityRef }) {
  const t = useTranslations('trial');
  if (trial.received.length === 0) return null;
  return (
    <div className="mb-6">
      <p className="tick">{t('arrivedHere', { city: from.name })}</p>
      <ul>
        {trial.received.map((practice) => (
          <li key={practice.id}>
            <a href={`/practices/${practice.id}`}>
              <Local of={practice.title} />
            </a>
          </li>
        ))}
      </ul>
      <p className="more">
        <a href={`/cities/${own.slug}/matches`}>{t('readOwn', { city: own.name })}</a>
      </p>
    </div>
  );
}

/** Where this step has happened already: the way on. */
function StepAfter({ step, trial }: { step: TrialStep; trial: Trial }) {
  const t = useTranslations('trial');
  if (!trial.done.includes(step)) return null;
  return (
    <p className="mt-6">
      <span className="tick">{t('done')}</span>{' '}
      {trial.done.length < TRIAL_STEPS.length ? <a href="/try">{t('next')}</a> : t('allDone')}
    </p>
  );
}

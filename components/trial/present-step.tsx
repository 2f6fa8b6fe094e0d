import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Match } from '#lib/matching/contract.ts';
import { TRIAL_STEPS, type Trial, type TrialStep } from '#lib/trial/contract.ts';
import { DeskList, type Sit } from './desk-choice.tsx';

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

function Publishing({ trial, match, startExample, commandId }: StepProps) {
  const t = useTranslations('trial');
  const need = match.share.covers[0]?.need;
  return (
    <>
      {need === undefined ? null : (
        <p>
          {t.rich('publishSay', {
            other: match.city.name,
            need: () => (
              <a key="need" href={`/needs/${need.id}`}>
                <Local of={need.title} />
              </a>
            ),
          })}
        </p>
      )}
      <form action={startExample}>
        <input type="hidden" name="commandId" value={commandId} />
        <Actions>
          <Button>{t('startExample')}</Button>
          <a href="/our-city/practices/new">{t('writeOwn')}</a>
        </Actions>
      </form>
      <Published trial={trial} />
    </>
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

function Arrival({ trial, match, otherOrigin }: StepProps) {
  const t = useTranslations('trial');
  const other = match.city;
  const words = trial.practices.length === 0 ? 'arriveBefore' : 'arriveSay';
  return (
    <>
      <p>{t(trial.arrived.length > 0 ? 'arrivedSay' : words, { other: other.name })}</p>
      <Actions>
        <a
          className="btn"
          href={`${otherOrigin}/cities/${other.slug}/matches`}
          target="_blank"
          rel="noopener"
        >
          {t('readTheirs', { other: other.name })}
        </a>
      </Actions>
    </>
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

import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import { TRIAL_STEPS, type Trial, type TrialStep } from '#lib/trial/contract.ts';
import { BesideDesk } from './beside-desk.tsx';
import { DeskChoice, type Sit } from './desk-choice.tsx';
import { PresentStep, type StepProps } from './present-step.tsx';
import { SeatOffer, type SeatOffered } from './seat-offer.tsx';
import { Steps } from './steps.tsx';
import { TwoDesks } from './two-desks.tsx';
import { WatchTrial } from './watch-trial.tsx';

type Props = Pick<StepProps, 'trial' | 'otherOrigin' | 'sit' | 'startExample' | 'commandId'> & {
  /** Asked for by its address; else the first that has not happened. */
  asked: TrialStep | null;
  /** The desk that the first one opens beside itself. */
  offer: SeatOffered | null;
  /** The page that led here. */
  to?: string | undefined;
  /** What the socket server calls a change of the matches. */
  changeEvent: string;
};

/** The guided trial: one step at a time, two desks side by side. */
export function TrialPage({ asked, offer, to, changeEvent, ...step }: Props) {
  const { trial, sit } = step;
  const t = useTranslations('trial');
  const { city, beside, done } = trial;
  const here =
    city === null ? 'sit' : (asked ?? TRIAL_STEPS.find((step) => !done.includes(step)) ?? 'arrive');
  const names = { city: city?.name ?? '', other: beside?.match.city.name ?? '' };
  const lead = city === null ? 'lead' : beside === null ? 'leadAlone' : 'leadTwo';
  return (
    <>
      <PageTitle title={t('title')} under={t(lead, names)} />
      <Steps done={done} here={here} isOpen={beside !== null} />
      {offer === null || offer.city.slug === city?.slug ? null : (
        <SeatOffer offer={offer} sit={sit} to={to} />
      )}
      {city === null || beside === null ? (
        <Elsewhere trial={trial} sit={sit} to={to} />
      ) : (
        <>
          <TwoDesks
            own={{
              city,
              children: (
                <PresentStep {...step} step={here} city={city} match={beside.match} place={beside.place} />
              ),
            }}
            beside={{
              city: beside.match.city,
              children: <BesideDesk trial={trial} city={city} beside={beside} />,
            }}
          />
          <WatchTrial slug={city.slug} event={changeEvent} />
        </>
      )}
      <p className="source">
        {t('stays')} <a href="/try/start-again">{t('startAgain')}</a>
      </p>
    </>
  );
}

/** Where a desk that is no city's does its work; an observer reads. */
const OWN_PLACE: Partial<Record<NonNullable<Trial['seat']>['role'], string>> = {
  'secretariat-officer': '/desk',
};

/** Nobody's desk, or one that the steps do not lead through. */
function Elsewhere({ trial, sit, to }: { trial: Trial; sit: Sit; to: string | undefined }) {
  const t = useTranslations('trial');
  const { seat, city } = trial;
  const words = city === null ? 'sitElsewhere' : 'noPartner';
  return (
    <>
      {seat === null ? null : (
        <div className="block read">
          <p>{t(words, { office: seat.office })}</p>
          <Actions>
            <ButtonLink href={city === null ? (OWN_PLACE[seat.role] ?? '/needs') : '/our-city'}>
              {t('toOwnDesk', { office: seat.office })}
            </ButtonLink>
          </Actions>
        </div>
      )}
      <DeskChoice desks={trial.desks} sit={sit} to={to} />
    </>
  );
}

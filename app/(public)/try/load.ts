import { headers } from 'next/headers';
import { readerContext } from '#app/request/context.ts';
import { answerMissing } from '#app/request/found.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import type { SeatOffered } from '#components/trial/seat-offer.tsx';
import { getCity } from '#lib/cities/queries.ts';
import { isOnTrialCopy } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { TRIAL_STEPS, type TrialStep } from '#lib/trial/contract.ts';
import { hasTrialMatch } from '#lib/trial/queries.ts';

/** The context of a page of the trial; null everywhere but on the trial copy: the answer is then 404. */
export async function trialContext(): Promise<Context | null> {
  const context = await readerContext();
  if (isOnTrialCopy(context.actor)) return context;
  await answerMissing();
  return null;
}

/** Of the address: the step that was asked for, and the desk that another one opens beside itself. */
export async function readAsked(
  context: Context,
  given: Parameters,
): Promise<{ asked: TrialStep | null; offer: SeatOffered | null }> {
  const asked = TRIAL_STEPS.find((step) => step === given.step) ?? null;
  const { desk } = given;
  return { asked, offer: typeof desk === 'string' ? await presentCity(context, desk) : null };
}

/** Nobody sits down for a city that is unknown or was one. */
async function presentCity(context: Context, slug: string): Promise<SeatOffered | null> {
  try {
    const city = await getCity(context, { slug });
    if (city.formerSince !== null) return null;
    return { city, hasMatch: await hasTrialMatch(context, city.slug) };
  } catch (error) {
    if (error instanceof SalingError && (error.code === 'not-found' || error.code === 'invalid')) return null;
    throw error;
  }
}

/** This very server under its other name of this machine: the browser keeps other cookies for it. */
export async function otherOrigin(): Promise<string> {
  const [name = '', port] = ((await headers()).get('host') ?? '').split(':');
  const other = name.toLowerCase() === 'localhost' ? '127.0.0.1' : 'localhost';
  return `http://${other}${port === undefined ? '' : `:${port}`}`;
}

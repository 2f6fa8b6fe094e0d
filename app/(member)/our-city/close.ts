import type { SignedIn } from '#app/request/signed-in.ts';
import { SalingError } from '#lib/core/errors.ts';
import { describeProblem } from '#lib/discovery/queries.ts';
import type { Draft } from '#lib/drafts/contract.ts';
import type { Need } from '#lib/needs/contract.ts';
import { MAX_TEXT } from '#lib/platform/fields.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

export type Close = { topics: string[]; practices: PracticeCard[]; needs: Need[] };

const TEXTS = ['title', 'summary', 'description', 'problem', 'actions'];
const MOST = 4;

/** Topics that a text speaks of, and records that are close to it. Nothing while the search engine is away. */
export async function closeTo(context: SignedIn, draft: Draft): Promise<Close> {
  const written = TEXTS.map((field) => draft.content[field]).filter((text) => typeof text === 'string');
  const text = written.join('\n').slice(0, MAX_TEXT).trim();
  const nothing: Close = { topics: [], practices: [], needs: [] };
  if (text === '') return nothing;
  try {
    const found = await describeProblem(context, { text, limit: MOST + 1 });
    return {
      topics: found.topics.map((topic) => topic.code),
      practices: found.answers
        .map((answer) => answer.practice)
        .filter((practice) => practice.id !== draft.id)
        .slice(0, MOST),
      needs: found.closeNeeds.filter((need) => need.id !== draft.id).slice(0, MOST),
    };
  } catch (error) {
    if (error instanceof SalingError && ['unavailable', 'invalid'].includes(error.code)) return nothing;
    throw error;
  }
}

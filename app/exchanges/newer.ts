import { readerContext } from '#app/request/context.ts';
import type { FormState } from '#components/offices/form-state.ts';
import { getTranslations } from '#i18n/words.ts';
import type { BriefContent, Exchange } from '#lib/exchanges/contract.ts';
import { getExchange } from '#lib/exchanges/queries.ts';

/**
 * A form that was overtaken, with what the other side wrote meanwhile. Sent once more it counts as written after
 * that: what was typed is kept, and nothing is overwritten unseen.
 */
export async function withNewer(
  state: FormState,
  exchangeId: string,
  what: 'brief' | 'answer',
): Promise<FormState> {
  if (state.failure === null) return state;
  try {
    const exchange = await getExchange(await readerContext(), { exchangeId });
    const newer = what === 'brief' ? await newerBrief(exchange) : await newerAnswer(exchange);
    const hidden = {
      briefVersion: String(exchange.brief?.version ?? 0),
      version: String(exchange.version),
    };
    return { ...state, newer, hidden };
  } catch {
    return state;
  }
}

async function newerBrief({ brief }: Exchange): Promise<NonNullable<FormState['newer']>> {
  const t = await getTranslations('exchanges');
  const parts = Object.entries(brief?.content ?? {}) as [keyof BriefContent, string][];
  return parts
    .filter(([, text]) => text !== '')
    .map(([part, text]) => ({ label: t(`brief.part.${part}`), text }));
}

async function newerAnswer({ answers }: Exchange): Promise<NonNullable<FormState['newer']>> {
  const t = await getTranslations('exchanges');
  const last = answers.at(-1);
  return last === undefined ? [] : [{ label: t('answers.title'), text: last.text }];
}

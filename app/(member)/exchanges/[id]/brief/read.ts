import { headers } from 'next/headers';
import { exchangeAddress } from '#components/exchanges/address.ts';
import { briefSheets } from '#components/papers/brief-sheet.ts';
import type { Sheet } from '#components/papers/sheet.ts';
import { getFormatter, getLocale, getTranslations } from '#i18n/words.ts';
import type { Context } from '#lib/core/context.ts';
import type { MayorsBrief } from '#lib/papers/contract.ts';
import { getMayorsBrief } from '#lib/papers/queries.ts';
import { env } from '#lib/platform/env.ts';

/** The brief and its sheets in the reader's language: page and PDF say the same. */
export async function readBrief(
  context: Context,
  exchangeId: string,
): Promise<{ brief: MayorsBrief; sheets: Sheet[] }> {
  const brief = await getMayorsBrief(context, { exchangeId });
  const origin = env().publicUrl ?? `http://${(await headers()).get('host')}`;
  const sheets = briefSheets(brief, {
    words: await getTranslations(),
    format: await getFormatter(),
    language: await getLocale(),
    address: `${origin.replace(/\/$/, '')}${exchangeAddress(exchangeId)}`,
  });
  return { brief, sheets };
}

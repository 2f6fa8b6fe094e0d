import { z } from 'zod';
import { exchangeIdInput, type Side } from '#lib/exchanges/contract.ts';
import { saidField, textField } from '#lib/platform/fields.ts';

const dayField = z.iso.date();
/** What is written while an exchange is carried out, each in versions, by either side. */
export const PAPERS = ['programme', 'recommendations', 'action-plan'] as const;
export type PaperKind = (typeof PAPERS)[number];

const timeField = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]).default('');
const someDayField = z.union([z.literal(''), dayField]).default('');
const lineField = saidField.pipe(z.string().max(1000));
const partField = textField.pipe(z.string().max(300)).default('');
const versionSeen = z.int().min(0).describe('the one that the writer saw; 0 where there was none');
/** Times are those of the host city; a day's parts stand in the order of their times. */
const programmeItem = z.object({
  on: dayField,
  from: timeField,
  until: timeField,
  what: lineField,
  where: partField,
});
const recommendationItem = z.object({ text: lineField });
/** `owner`: an office, never a person. `on`: until when. Voluntary and non-binding. */
const actionItem = z.object({
  action: lineField,
  owner: partField,
  cost: partField,
  on: someDayField,
  indicator: partField,
});
const MOST_ITEMS = 40;
export const paperInput = z.discriminatedUnion('kind', [
  exchangeIdInput.extend({
    kind: z.literal('programme'),
    version: versionSeen,
    items: z.array(programmeItem).max(MOST_ITEMS),
  }),
  exchangeIdInput.extend({
    kind: z.literal('recommendations'),
    version: versionSeen,
    items: z.array(recommendationItem).max(MOST_ITEMS),
  }),
  exchangeIdInput.extend({
    kind: z.literal('action-plan'),
    version: versionSeen,
    items: z.array(actionItem).max(MOST_ITEMS),
  }),
]);
export type PaperInput = z.infer<typeof paperInput>;
type Written = { version: number; side: Side; at: string };
export type Programme = Written & { items: z.infer<typeof programmeItem>[] };
export type Recommendations = Written & { items: z.infer<typeof recommendationItem>[] };
export type ActionPlan = Written & { items: z.infer<typeof actionItem>[] };

/** A step at home before it can begin: a permit, a budget line, a travel order. Each city keeps its own. */
export const clearanceInput = exchangeIdInput.extend({ what: lineField, dueOn: dayField });
export const clearanceChange = exchangeIdInput.extend({
  clearanceId: z.uuid(),
  what: lineField,
  dueOn: dayField,
  isDone: z.boolean(),
});
export const clearanceIdInput = exchangeIdInput.extend({ clearanceId: z.uuid() });
/** Most steps of one city. */
export const MOST_CLEARANCES = 20;
export type Clearance = { id: string; side: Side; what: string; dueOn: string; doneAt: string | null };

/** How an exchange is carried out, as both cities read it. */
export type CarryingOut = {
  side: Side;
  programme: Programme | null;
  recommendations: Recommendations | null;
  actionPlan: ActionPlan | null;
  /** In the order of their dates. */
  clearances: Clearance[];
  mayWrite: PaperKind[];
  mayClear: boolean;
};

export const CARRIED_OUT = 'exchange.carried-out';

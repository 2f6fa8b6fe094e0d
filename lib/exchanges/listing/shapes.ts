import type { CityRef } from '#lib/cities/contract.ts';
import type {
  Brief,
  Exchange,
  ExchangeCard,
  ExchangeOutcome,
  Side,
  StandingExchange,
  Transfer,
} from '#lib/exchanges/contract.ts';
import { cityOfSide, type Parties } from '#lib/exchanges/policy.ts';
import { checkDueAt, isOpen, nextCheck, otherSide, type Standing } from '#lib/exchanges/rules.ts';
import type { BriefRow, ExchangeRow, OutcomeRow, StandingRow, StepRow } from '#lib/exchanges/store.ts';
import type { LocalText } from '#lib/platform/language.ts';

/** An exchange with all that decides about its next step. */
export type Moving = Parties & {
  row: ExchangeRow;
  brief: BriefRow | null;
  standing: Standing;
  now: Date;
};
export type Subject = { need: Exchange['need']; practice: Exchange['practice'] };
type Cities = ReadonlyMap<string, CityRef>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Undefined where a city of it is not there any more. */
export function toCard(
  row: ExchangeRow,
  side: Side,
  cities: Cities,
  about: { subject: LocalText | null; nextCheck: ExchangeCard['nextCheck'] },
): ExchangeCard | undefined {
  const own = cities.get(cityOfSide(row, side));
  const other = cities.get(cityOfSide(row, otherSide(side)));
  if (own === undefined || other === undefined) return undefined;
  const { id, state, size, awaits, dueAt, askedAt, movedAt } = row;
  return {
    ...{ id, state, size, side, own, other, awaits },
    ...about,
    dueAt: iso(dueAt),
    askedAt: askedAt.toISOString(),
    movedAt: movedAt.toISOString(),
  };
}

export function toBrief(brief: BriefRow | null): Brief | null {
  if (brief === null) return null;
  const { version, side, content, agreedBy, at } = brief;
  return { version, side, content, agreedBy, at: at.toISOString() };
}

export function toOutcome(row: OutcomeRow): ExchangeOutcome {
  const { outcome, changed, indicator, baseline, value, hard, saidAt } = row;
  return {
    month: row.month === 3 ? 3 : 12,
    ...{ outcome, changed, indicator, baseline, value, hard },
    saidAt: saidAt.toISOString(),
    isShownBy: { asking: row.isShownByAsking, asked: row.isShownByAsked },
  };
}

export function toHistory(rows: readonly StepRow[]): Exchange['history'] {
  return rows.map(({ step, side, at }) => ({ step, side: side ?? 'clock', at: at.toISOString() }));
}

/** When the outcome is asked for next; null where it is not. */
export function nextCheckOf(
  standing: Pick<Standing, 'completedAt' | 'checked' | 'state'>,
  now: Date,
): ExchangeCard['nextCheck'] {
  const month = nextCheck(standing);
  if (month === null || standing.completedAt === null) return null;
  const dueAt = checkDueAt(standing.completedAt, month);
  return { month, dueAt: dueAt.toISOString(), isDue: dueAt <= now };
}

/** Those whose city is still there. */
export function toTransfers(rows: readonly OutcomeRow[], cities: Cities): Transfer[] {
  return rows.flatMap((row) => {
    const to = cities.get(row.askingCityId);
    if (to === undefined) return [];
    const { outcome, changed, indicator, baseline, value, hard, language } = row;
    return {
      id: `${row.exchangeId}-${row.month}`,
      ...{ to, outcome, changed, indicator, baseline, value, hard, language },
      month: row.month === 3 ? (3 as const) : (12 as const),
      saidAt: row.saidAt.toISOString(),
    };
  });
}

export function toStanding(
  row: StandingRow & { isLong: boolean },
  cities: Cities,
): StandingExchange | undefined {
  const asking = cities.get(row.askingCityId);
  const asked = cities.get(row.askedCityId);
  if (asking === undefined || asked === undefined) return undefined;
  return {
    id: row.exchangeId,
    ...{ asking, asked, size: row.size, isOpen: row.isOpen },
    askedAt: row.askedAt.toISOString(),
    waitsSince: iso(row.waitsSince),
    isLong: row.isLong,
  };
}

/** Ours to do first, by date; then what others do; what has ended comes last, the newest first. */
export function byTurn(one: ExchangeCard, other: ExchangeCard): number {
  const rank = (card: ExchangeCard) => (!isOpen(card.state) ? 2 : card.awaits === card.side ? 0 : 1);
  const date = (card: ExchangeCard) => card.dueAt ?? card.movedAt;
  return (
    rank(one) - rank(other) ||
    (rank(one) === 2 ? other.movedAt.localeCompare(one.movedAt) : date(one).localeCompare(date(other)))
  );
}

import { momentInWords } from '#components/cities/day.ts';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { HeldPair } from '#lib/matching/contract.ts';

type Props = { pairs: HeldPair[]; lift: (data: FormData) => Promise<void>; newCommandId: () => string };

/** Pairs that are not suggested, with the reason, and the way back. */
export function HeldTable({ pairs, lift, newCommandId }: Props) {
  const t = useTranslations('desk.held');
  const locale = useLocale();
  return (
    <DataTable
      isStacked
      columns={[
        { key: 'pair', label: t('column.pair') },
        { key: 'reason', label: t('column.reason') },
        { key: 'since', label: t('column.since') },
        { key: 'act', label: t('column.act') },
      ]}
      rows={pairs.map(({ one, other, reason, since }) => ({
        key: `${one.slug} ${other.slug}`,
        cells: [
          t('pair', { one: one.name, other: other.name }),
          <span key="reason" dir="auto">
            {reason}
          </span>,
          momentInWords(new Date(since), locale),
          <form key="act" action={lift}>
            <input type="hidden" name="commandId" value={newCommandId()} />
            <input type="hidden" name="one" value={one.slug} />
            <input type="hidden" name="other" value={other.slug} />
            <Button isLine>
              {t('lift')} <span className="hide">{t('pair', { one: one.name, other: other.name })}</span>
            </Button>
          </form>,
        ],
      }))}
    />
  );
}

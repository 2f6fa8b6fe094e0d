import { hostOf } from '#components/site/host.ts';
import { Local } from '#components/site/local.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Tie } from '#lib/ties/contract.ts';

/** What the two cities have had with each other, with its source; a tie that rests is an occasion. */
export function TiesOfMatch({ ties }: { ties: readonly Tie[] }) {
  const t = useTranslations('ties');
  if (ties.length === 0) return null;
  return (
    <div className="lg:pl-7 mt-4 small read">
      <ul className="plainlist">
        {ties.map((tie) => (
          <li key={`${tie.kind} ${tie.year} ${tie.subject.text}`}>
            {t.rich('match.line', {
              kind: t(`kind.${tie.kind}`),
              year: tie.year === null ? 'none' : String(tie.year),
              subject: () => <Local key="subject" of={{ ...tie.subject, isUncheckedTranslation: false }} />,
            })}{' '}
            <span className="soft">
              (<TieSource tie={tie} />)
            </span>
          </li>
        ))}
      </ul>
      {ties.some(({ state }) => state === 'resting') && ties.every(({ state }) => state !== 'active') ? (
        <p className="mt-2">{t('match.revive')}</p>
      ) : null}
    </div>
  );
}

/** Who says so: a public page, one of the two cities, or the exchange that both completed. */
export function TieSource({ tie }: { tie: Tie }) {
  const t = useTranslations('ties');
  const who = tie.toldBy === null ? null : t('toldBy', { city: tie.toldBy.name });
  const page =
    tie.sourceUrl === null ? null : (
      <a href={tie.sourceUrl} rel="noreferrer">
        {hostOf(tie.sourceUrl)}
      </a>
    );
  if (who !== null && page !== null) {
    return (
      <>
        {who}; {page}
      </>
    );
  }
  return who ?? page ?? t(tie.kind === 'exchange' ? 'completedHere' : 'noSource');
}

import { useTranslations } from '#i18n/words.ts';
import { type PlanRow, SHOWN_ROWS } from '#lib/transfer/contract.ts';
import { sayField, sayPlace, sayProblem, sayValue } from './field-words.ts';

/** Records of one state, the first of them in full. */
export function PlanRows({ rows }: { rows: PlanRow[] }) {
  const t = useTranslations('transfer.plan');
  const facts = useTranslations('facts.label');
  const titleOf = ({ kind, title }: PlanRow) => (kind === 'fact' && facts.has(title) ? facts(title) : title);
  const rest = rows.length - SHOWN_ROWS;
  return (
    <>
      <ol className="planrows">
        {rows.slice(0, SHOWN_ROWS).map((row) => (
          <li key={`${row.kind} ${row.line}`}>
            <h3 className="planrow-title">
              <span lang={row.language || undefined} dir="auto">
                {titleOf(row) || t('nothing')}
              </span>
            </h3>
            <p className="small soft">
              {t('row', { line: row.line })}
              {row.id === '' ? null : (
                <>
                  {' · '}
                  <bdi>{row.id}</bdi>
                </>
              )}
            </p>
            {row.isChangedSince ? <p className="notice">{t('changedSince')}</p> : null}
            {row.state === 'refused' ? <Problems row={row} /> : null}
            {row.state === 'changed' || (row.state === 'new' && row.kind === 'fact') ? (
              <Changes row={row} />
            ) : null}
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className="soft">{t('more', { count: rest })}</p> : null}
    </>
  );
}

function Problems({ row }: { row: PlanRow }) {
  const t = useTranslations('transfer.plan');
  const all = useTranslations();
  return (
    <ul className="planproblems">
      {row.problems.map((problem) => (
        <li key={`${problem.field} ${problem.code}`}>
          <strong>{sayPlace(all, problem)}</strong>
          {': '}
          {sayProblem(all, row.kind, problem)}
          {problem.value === '' ? null : (
            <>
              {' '}
              <bdi>{t('value', { value: problem.value })}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Changes({ row }: { row: PlanRow }) {
  const t = useTranslations('transfer.plan');
  const all = useTranslations();
  const say = (field: string, text: string) => (text === '' ? t('nothing') : sayValue(all, row, field, text));
  return (
    <dl className="planchanges">
      {row.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{sayField(all, row.kind, field)}</dt>
          <dd>
            <p className="soft">
              <span className="small">{t('before')}: </span>
              <del lang={row.language || undefined} dir="auto">
                {say(field, before)}
              </del>
            </p>
            <p>
              <span className="small soft">{t('after')}: </span>
              <ins lang={row.language || undefined} dir="auto">
                {say(field, after)}
              </ins>
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

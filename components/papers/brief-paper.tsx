import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { FactCell, Said, Sheet, SheetItem, SheetRow } from './sheet.ts';

type Props = {
  sheet: Sheet;
  /** Address of the exchange; the PDF lies below it. */
  exchange: string;
  /** Class that brings the font of running text. */
  font: string;
};

/** Two pages for a mayor's office as they are printed, with the PDF and the way back above them. */
export function BriefPaper({ sheet, exchange, font }: Props) {
  const t = useTranslations('papers');
  return (
    <>
      <div className="paper-doing noprint">
        <Actions>
          <ButtonLink href={`${exchange}/brief.pdf`}>{t('print')}</ButtonLink>
          <a href={exchange}>{t('back')}</a>
        </Actions>
        <p className="hint">{t('printKeys')}</p>
      </div>
      <article className={`paper ${font}`} aria-labelledby="paper-title">
        <header className="paper-head">
          <Mark />
          <span>{sheet.name}</span>
          <p>
            {sheet.office}
            <br />
            {sheet.date}
          </p>
        </header>
        <h1 id="paper-title">
          {sheet.city}
          {sheet.own ? <InOwnWords className="paper-own" said={sheet.own} page={sheet.language} /> : null}
        </h1>
        <p className="paper-lead">{sheet.lead}</p>
        {sheet.before.map((row) => (
          <Row key={row.heading} row={row} page={sheet.language} />
        ))}
        <FactTable facts={sheet.facts} />
        {sheet.after.map((row) => (
          <Row key={row.heading} row={row} page={sheet.language} />
        ))}
        <Foot sheet={sheet} />
      </article>
    </>
  );
}

/** Somebody's own words: in their language, and never turning the direction of what follows. */
function InOwnWords({ said, page, className }: { said: Said; page: string; className?: string }) {
  return (
    <bdi className={className} {...(said.language === page ? {} : { lang: said.language })}>
      {said.text}
    </bdi>
  );
}

function Row({ row, page }: { row: SheetRow; page: string }) {
  return (
    <section className="paper-row">
      <h2>{row.heading}</h2>
      <ul>
        {row.items.map((item) => (
          <Item key={`${item.label} ${item.text?.text}`} item={item} page={page} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item: { mark, label, text, note }, page }: { item: SheetItem; page: string }) {
  return (
    <li className={mark === 'none' ? 'plain' : undefined}>
      {mark === 'need' || mark === 'practice' ? <Circle kind={mark === 'need' ? 'open' : 'filled'} /> : null}
      {mark === 'dash' ? (
        <span className="dash" aria-hidden="true">
          –
        </span>
      ) : null}
      <p>
        {label ? <strong>{label} </strong> : null}
        {text ? <InOwnWords said={text} page={page} /> : null}
        {note ? <span className="small soft"> {note}</span> : null}
      </p>
    </li>
  );
}

function FactTable({ facts }: { facts: Sheet['facts'] }) {
  return (
    <section className="paper-facts">
      <h2 id="paper-facts">{facts.heading}</h2>
      <table aria-labelledby="paper-facts">
        <thead>
          <tr>
            <td />
            <th scope="col">{facts.own}</th>
            <th scope="col">{facts.other}</th>
          </tr>
        </thead>
        <tbody>
          {facts.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <Cell cell={row.own} />
              <Cell cell={row.other} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell: { value, note } }: { cell: FactCell }) {
  return (
    <td>
      <bdi>{value}</bdi>
      {note ? <span className="small soft"> {note}</span> : null}
    </td>
  );
}

function Foot({ sheet: { sources, shortened, foot } }: { sheet: Sheet }) {
  return (
    <footer className="paper-foot">
      {sources.items.length === 0 ? null : (
        <p>
          {sources.heading}
          {sources.items.map(({ text, url }) => (
            <span key={text}>
              {' '}
              {url === null ? (
                text
              ) : (
                <a href={url} rel="noreferrer">
                  {text}
                </a>
              )}
            </span>
          ))}
        </p>
      )}
      {shortened ? <p>{shortened}</p> : null}
      <p>{foot.compiled}</p>
      <p>{foot.binding}</p>
      <p>{foot.address}</p>
    </footer>
  );
}

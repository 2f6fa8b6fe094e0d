import { Branch } from '#components/ui/branch.tsx';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Marked } from '#components/ui/marked.tsx';
import { ContextStrip, Direction, MatchCard } from '#components/ui/match-card.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { BATTAMBANG, LONG, SOURCE } from './texts.ts';

const source = (
  <>
    Source: <a href={SOURCE}>A long title of a source in a newspaper of the region</a>
  </>
);
const pieces = [
  { text: 'Ways to scale ', isMatch: false },
  { text: 'separate collection', isMatch: true },
  { text: ' beyond pilot areas.', isMatch: false },
];

export function RecordSamples() {
  return (
    <>
      <Columns layout="even" isBlock>
        <Section title="Records">
          <Records>
            <RecordItem kind="open" title={LONG.id} href="#r1" where="Battambang, Cambodia" source={source} />
            <RecordItem
              kind="filled"
              kindWord="Practice:"
              title={<span lang="my">{LONG.my}</span>}
              href="#r2"
              say={<Marked pieces={pieces} />}
              why="Same topic: solid waste management."
              source={source}
            />
          </Records>
        </Section>
        <Section title="Facts">
          <Facts>
            <Fact label="Population" source={source}>
              2,444,160
            </Fact>
            <Fact label="Coast">No, inland</Fact>
          </Facts>
          <Branch
            start="Phitsanulok"
            ends={['Chiang Mai', 'Lamphun'].map((label) => ({ key: label, label }))}
          />
        </Section>
      </Columns>
      <Section title="Wide facts and a table" place="block">
        <Facts isWide>
          <Fact label="Problem">{LONG.id}</Fact>
          <Fact label="Results" source={source}>
            <DataTable
              isStacked
              columns={[
                { key: 'what', label: 'Indicator' },
                { key: 'before', label: 'Before', isNumber: true },
                { key: 'after', label: 'After', isNumber: true },
              ]}
              rows={[{ key: 'waste', cells: ['Waste, tonnes a day', '140', '86'] }]}
            />
          </Fact>
        </Facts>
      </Section>
      <div className="block">
        <MatchSample isOneWay={false} />
        <MatchSample isOneWay />
      </div>
    </>
  );
}

function MatchSample({ isOneWay }: { isOneWay: boolean }) {
  const done = { kind: 'filled', label: 'You have done', say: LONG.id } as const;
  const need = { kind: 'open', label: 'They need', say: <span lang="ta">{LONG.ta}</span> } as const;
  return (
    <MatchCard
      label="Bandung and Battambang"
      ours={{ name: 'Bandung', note: isOneWay ? 'Learn from: you learn' : 'Exchange: both learn' }}
      theirs={{
        name: (
          <>
            Battambang{' '}
            <span className="own" lang={BATTAMBANG.language}>
              {BATTAMBANG.text}
            </span>
          </>
        ),
        note: 'Cambodia',
      }}
    >
      <Direction
        from={{
          kind: 'open',
          label: 'You need',
          say: <Marked pieces={pieces} />,
          records: <a href="#n">Need</a>,
        }}
        to={{ kind: 'filled', label: 'They have done', say: <Marked pieces={pieces} /> }}
      />
      <Direction
        from={done}
        to={isOneWay ? 'No need of Battambang is on record yet.' : need}
        isAlone={isOneWay}
      />
      <ContextStrip
        items={['Size', 'Coast', 'Local time', 'Languages', 'Ties', 'Can host'].map((label) => ({
          key: label,
          label,
          verdict: 'Different',
          detail: '2.4 million and 119,000',
        }))}
      />
      <Actions>
        <ButtonLink href="#ask">Ask Battambang a question</ButtonLink>
      </Actions>
    </MatchCard>
  );
}

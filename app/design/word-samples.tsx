import { Actions, ButtonLink, More, QuietLink } from '#components/ui/button.tsx';
import { Circle, CircleLabel } from '#components/ui/circle.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Entrances } from '#components/ui/entrances.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { LinkRow, Pager } from '#components/ui/links.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { SourceLine } from '#components/ui/source-line.tsx';
import { BATTAMBANG, LONG, SOURCE } from './texts.ts';

export function WordSamples({ theme }: { theme: string }) {
  return (
    <>
      <PageTitle
        crumbs={[{ href: '#cities', label: 'Cities' }]}
        crumbsLabel="You are here"
        over={
          <>
            <Circle kind="filled" />
            Practice of <a href="#city">Phitsanulok</a>
          </>
        }
        title={`Every part, ${theme}`}
        own={BATTAMBANG}
        under={LONG.id}
      />
      <Notice>
        Compiled from public sources, not a statement of the city. <a href="#claim">Ask for a correction</a>
      </Notice>
      <Columns isBlock>
        <Section title="Words" hint="A hint under a title.">
          <p className="lead">{LONG.vi}</p>
          {(['km', 'my', 'ta', 'th'] as const).map((language) => (
            <p key={language} lang={language} className="read">
              {LONG[language]}
            </p>
          ))}
          <SourceLine>
            Source: <a href={SOURCE}>GeoNames, CC BY 4.0</a>
          </SourceLine>
          <Actions>
            <ButtonLink href="#ask">Ask Battambang a question</ButtonLink>
            <ButtonLink href="#also" isLine>
              Second of two
            </ButtonLink>
            <a href="#parts">What this match is made of</a>
            <QuietLink href="#no">Not relevant</QuietLink>
          </Actions>
        </Section>
        <Section title="Marks and ways on">
          <Mark />
          <CircleLabel kind="open">You need</CircleLabel>
          <CircleLabel kind="filled">They have done</CircleLabel>
          <Fold summary="One press away">
            <p>Text in a fold.</p>
          </Fold>
          <LinkRow
            label="Modes"
            items={[
              { href: '#exchange', label: 'Exchange', isCurrent: true },
              { href: '#learn', label: 'Learn from' },
            ]}
          />
          <Pager label="Pages" said="20 of 160" next={{ href: '#next', label: 'Show further practices' }} />
          <More>
            <a href="#all">All practices</a>
          </More>
          <Empty title="No good match yet.">
            <p>Weak matches are not shown.</p>
          </Empty>
        </Section>
      </Columns>
      <Section title="Numbered ways in" place="block">
        <Entrances
          items={Array.from({ length: 6 }, (_, place) => ({
            key: String(place),
            title: LONG.id,
            href: `#${place}`,
            note: '12 practices and 4 challenges.',
          }))}
        />
      </Section>
    </>
  );
}

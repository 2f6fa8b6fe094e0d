import { Section } from '#components/ui/section.tsx';

export default function HomePage() {
  return (
    <>
      <h1>Find the city that has already solved your problem</h1>
      <Section title="Newest practices" place="block">
        <p>…</p>
      </Section>
    </>
  );
}

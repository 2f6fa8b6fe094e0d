import type { ReactNode } from 'react';
import { ActionForm } from '#components/offices/action-form.tsx';
import type { FieldSpec, FormAction } from '#components/offices/form-state.ts';
import { Local } from '#components/site/local.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';
import { ANSWER_DAYS, type Exchange } from '#lib/exchanges/contract.ts';
import { EXCHANGES_ADDRESS } from './address.ts';
import { type AskValues, askFields } from './fields.ts';
import { useFormWords } from './words.ts';

type OwnCity = { slug: string; name: string; isSpeaking: boolean };
/** Who asks whom about what, and what the form is filled in with. */
export type Asking = {
  cities: OwnCity[];
  own: OwnCity;
  other: City;
  need: Exchange['need'];
  practice: Exchange['practice'];
  values: AskValues;
  /** Those of both cities, and English. */
  languages: string[];
};

type Props = {
  asking: Asking | { cities: OwnCity[]; other: null };
  action: FormAction;
  commandId: string;
};

/** The form by which one city asks another. */
export function AskPage({ asking, action, commandId }: Props) {
  const t = useTranslations('exchanges.ask');
  if (asking.other === null) {
    return (
      <Frame title={t('title')}>
        <Elsewhere cities={asking.cities}>{t('nobody')}</Elsewhere>
      </Frame>
    );
  }
  const { own, other, cities } = asking;
  const title = t('titleOf', { other: other.name });
  const refusal = refusalOf(asking);
  if (refusal !== null) {
    return (
      <Frame title={title}>
        <Elsewhere cities={cities}>{t(`no.${refusal}`, { own: own.name, other: other.name })}</Elsewhere>
      </Frame>
    );
  }
  return (
    <Frame title={title} under={t('lead', { other: other.name, days: ANSWER_DAYS })}>
      <Columns>
        <AskForm asking={asking} action={action} commandId={commandId} />
        <About asking={asking} />
      </Columns>
    </Frame>
  );
}

function refusalOf({ own, other, cities }: Asking): 'former' | 'oneself' | 'staff' | null {
  if (other.formerSince !== null) return 'former';
  if (own.slug === other.slug) return 'oneself';
  return cities.some(({ isSpeaking }) => isSpeaking) ? null : 'staff';
}

function AskForm({ asking, action, commandId }: Props & { asking: Asking }) {
  const t = useTranslations('exchanges');
  const { own, other, cities, need, practice, values, languages } = asking;
  const speaking = cities.filter(({ isSpeaking, slug }) => isSpeaking && slug !== other.slug);
  const hidden = {
    otherSlug: other.slug,
    ...(speaking.length === 1 ? { citySlug: speaking[0]?.slug ?? own.slug } : {}),
    ...(need === null ? {} : { needId: need.id }),
    ...(practice === null ? {} : { practiceId: practice.id }),
  };
  const which: FieldSpec = {
    kind: 'select',
    name: 'citySlug',
    label: t('field.citySlug.label'),
    value: own.slug,
    options: speaking.map(({ slug, name }) => ({ value: slug, label: name })),
  };
  const words = useTranslations('vocabulary');
  const fields = askFields(t, words, other.name, values, languages);
  return (
    <ActionForm
      name="ask"
      action={action}
      commandId={commandId}
      hidden={hidden}
      fields={speaking.length > 1 ? [which, ...fields] : fields}
      words={useFormWords(t('do.ask', { other: other.name }))}
    />
  );
}

/** What the request is about, and what becomes of it. */
function About({ asking }: { asking: Asking }) {
  const t = useTranslations('exchanges');
  const { need, practice, other } = asking;
  const record = (place: string, one: Exchange['need']): ReactNode =>
    one === null ? null : (
      <Fact label={t(`ask.${place}`)}>
        <a href={`/${place}/${one.id}`}>
          <Local of={one.title} />
        </a>
      </Fact>
    );
  return (
    <Section title={t('ask.about')}>
      <Facts>
        {record('needs', need)}
        {record('practices', practice)}
        <Fact label={t('ask.then')}>{t('ask.thenText', { other: other.name, days: ANSWER_DAYS })}</Fact>
        <Fact label={t('ask.who')}>{t('ask.whoText', { other: other.name })}</Fact>
      </Facts>
    </Section>
  );
}

function Elsewhere({ cities, children }: { cities: OwnCity[]; children: ReactNode }) {
  const t = useTranslations('exchanges.ask');
  return (
    <>
      <Notice>{children}</Notice>
      <p className="more">
        <a href={`/cities/${cities[0]?.slug ?? ''}/matches`}>{t('partners')}</a>
        <a href="/cities">{t('allCities')}</a>
      </p>
    </>
  );
}

function Frame({ title, under, children }: { title: string; under?: string; children: ReactNode }) {
  const t = useTranslations('exchanges');
  const c = useTranslations('common');
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/our-city', label: c('ourCity') },
          { href: EXCHANGES_ADDRESS, label: t('list.title') },
        ]}
        crumbsLabel={c('breadcrumbs')}
        title={title}
        under={under}
      />
      {children}
    </>
  );
}

import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { useFieldViews } from './field-views.ts';
import { StartForm } from './start-form.tsx';
import { STEPS } from './steps.ts';

type Props = {
  kind: DraftKind;
  city: { slug: string; name: string };
  place: string;
  commandId: string;
  /** In which the record will be written, unless changed. */
  language: string;
  action: Parameters<typeof StartForm>[0]['action'];
};

/** A new practice or need: first its name. */
export function StartPage({ kind, city, place, commandId, language, action }: Props) {
  const t = useTranslations('writing');
  const c = useTranslations('common');
  const views = useFieldViews(kind, [], []);
  const [first] = STEPS[kind];
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/our-city', label: c('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        over={t(`new.${kind}`, { city: city.name })}
        title={t(`step.${kind}.title`)}
        under={t(`new.${kind}Hint`)}
      />
      <StartForm
        action={action}
        hidden={{ place, city: city.slug, commandId }}
        fields={first === undefined ? [] : views(first)}
        values={{ title: [], language: [language] }}
        words={{ start: t('start'), errors: t('errors'), cancel: t('cancel') }}
      />
    </>
  );
}

import { Local } from '#components/site/local.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { type CorrectableKind, recordAddress } from './address.ts';

type Props = { record: { kind: CorrectableKind; id: string; title: LocalText; cityName: string } };

/** Says which record the wish is about. */
export function CorrectionHead({ record: { kind, id, title, cityName } }: Props) {
  const t = useTranslations('corrections');
  const c = useTranslations('common');
  return (
    <PageTitle
      crumbs={[{ href: recordAddress(kind, id), label: <Local of={title} /> }]}
      crumbsLabel={c('breadcrumbs')}
      title={t('title')}
      under={t.rich(`about.${kind}`, { city: cityName, title: () => <Local key="title" of={title} /> })}
    />
  );
}

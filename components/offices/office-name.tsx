import { useTranslations } from '#i18n/words.ts';
import type { Organisation } from '#lib/identity/contract.ts';

/** "Office of Bandung"; a secretariat, the chair and an observer have names of their own. */
export function OfficeName({ office }: { office: Organisation }) {
  const t = useTranslations('offices');
  switch (office.kind) {
    case 'city-office':
      return t('officeOf', { city: office.name });
    case 'secretariat':
      return t('secretariatOf', { forum: office.forum ?? 'AGMF' });
    case 'chair':
      return t('chair');
    case 'observer':
      return office.name;
  }
}

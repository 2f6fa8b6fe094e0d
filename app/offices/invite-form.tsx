import { formWords } from '#app/request/form.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { inviteFields } from '#components/offices/invite-fields.ts';
import { getTranslations } from '#i18n/words.ts';
import type { Organisation } from '#lib/identity/contract.ts';
import { referenceOf } from '#lib/identity/rules.ts';
import { newId } from '#lib/platform/ids.ts';
import { sendInvitation } from './actions.ts';

type Props = { office: Organisation; roles: readonly string[]; back: string };

/** The form that invites to one office; nothing where the reader may not. */
export async function InviteForm({ office, roles, back }: Props) {
  if (roles.length === 0) return null;
  const t = await getTranslations('offices');
  return (
    <ActionForm
      name="invite"
      action={sendInvitation}
      commandId={newId()}
      hidden={{ back, office: referenceOf(office) }}
      fields={inviteFields(t, roles)}
      words={await formWords(t('button.invite'))}
    />
  );
}

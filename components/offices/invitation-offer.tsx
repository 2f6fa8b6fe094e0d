import { dayInWords } from '#components/cities/day.ts';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Invitation } from '#lib/identity/contract.ts';
import { ActionForm } from './action-form.tsx';
import type { FieldSpec, FormAction, FormWords } from './form-state.ts';
import { OfficeName } from './office-name.tsx';

type Props = {
  invitation: Invitation;
  /** What the form sends besides: the token of the link, or the id. */
  hidden: Record<string, string>;
  action: FormAction;
  commandId: string;
  words: FormWords;
};

/** The offer in words, and the button that says yes. */
export function InvitationOffer({ invitation, hidden, action, commandId, words }: Props) {
  const t = useTranslations('offices');
  const locale = useLocale();
  const { office, role, email, expiresAt, name } = invitation;
  const fields: FieldSpec[] = [
    {
      kind: 'text',
      name: 'name',
      label: t('field.name.label'),
      hint: t('field.name.hint'),
      value: name ?? '',
      autoComplete: 'name',
    },
  ];
  if (office.kind === 'city-office' && role !== 'staff') {
    fields.push({
      kind: 'text',
      name: 'letterReference',
      label: t('field.letterReference.label'),
      hint: t('field.letterReference.later'),
    });
  }
  return (
    <>
      <PageTitle
        title={t('invitation.title')}
        under={t.rich('invitation.under', {
          role: t(`role.${role}`),
          office: () => <OfficeName key="office" office={office} />,
        })}
      />
      <Facts>
        <Fact label={t('fact.office')}>
          <OfficeName office={office} />
        </Fact>
        <Fact label={t('fact.role')}>{t(`role.${role}`)}</Fact>
        <Fact label={t('fact.address')}>{email}</Fact>
        <Fact label={t('fact.until')}>{dayInWords(expiresAt.slice(0, 10), locale)}</Fact>
      </Facts>
      <Section title={t('invitation.yes')} place="block" hint={t('invitation.hint')}>
        <ActionForm
          name="accept"
          action={action}
          commandId={commandId}
          hidden={hidden}
          fields={fields}
          words={words}
        />
      </Section>
    </>
  );
}

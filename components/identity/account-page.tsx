import { Actions, Button } from '#components/ui/button.tsx';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { OwnSession } from '#lib/identity/contract.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';
import { SessionList } from './session-list.tsx';

type Act = (data: FormData) => Promise<void>;
type Props = {
  person: { name: string; email: string };
  roles: { id: string; role: string; office: string }[];
  language: string;
  sessions: OwnSession[];
  timeZone: string;
  actions: { endOne: Act; endOthers: () => Promise<void>; saveLanguage: Act };
};

/** What a person sees of herself: her roles, where she is signed in, her language. */
export function AccountPage({ person, roles, language, sessions, timeZone, actions }: Props) {
  const t = useTranslations('account');
  const r = useTranslations('roles');
  return (
    <>
      <PageTitle title={t('title')} under={t('under', person)} />
      <Columns layout="reading" isBlock>
        <SessionList
          sessions={sessions}
          timeZone={timeZone}
          endOne={actions.endOne}
          endOthers={actions.endOthers}
        />
        <div>
          <Section title={t('appointments')}>
            {roles.length === 0 ? <p>{t('noAppointments')}</p> : null}
            <ul>
              {roles.map(({ id, role, office }) => (
                <li key={id}>{t('roleAt', { role: r(role), office })}</li>
              ))}
            </ul>
            <p className="more">
              <a href="/appointments">{t('ownAppointments')}</a>
            </p>
          </Section>
          <Language present={language} save={actions.saveLanguage} />
          <Section title={t('more.title')} place="block">
            <ul>
              <li>
                <a href="/account/news">{t('more.news')}</a>
              </li>
              <li>
                <a href="/account/data">{t('more.data')}</a>
              </li>
              <li>
                <a href="/account/tokens">{t('more.tokens')}</a>
              </li>
              <li>
                <a href="/permissions">{t('more.permissions')}</a>
              </li>
            </ul>
          </Section>
        </div>
      </Columns>
    </>
  );
}

function Language({ present, save }: { present: string; save: Act }) {
  const t = useTranslations('account.language');
  const names = useTranslations('common.languageName');
  return (
    <Section title={t('title')} place="block" hint={t('hint')}>
      <form action={save}>
        <Choices legend={t('label')}>
          {INTERFACE_LANGUAGES.map((language) => (
            <Choice
              key={language}
              id={`language-${language}`}
              type="radio"
              name="language"
              value={language}
              isChecked={language === present}
            >
              <span lang={language}>{names(language)}</span>
            </Choice>
          ))}
        </Choices>
        <Actions>
          <Button isLine>{t('save')}</Button>
        </Actions>
      </form>
    </Section>
  );
}

import { momentInWords } from '#components/cities/day.ts';
import { FACTS_ADDRESS } from '#components/facts/address.ts';
import { Local } from '#components/site/local.tsx';
import { Actions } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { ownAddress } from '#components/writing/address.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { OwnCorrection } from '#lib/corrections/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

export const REQUESTS_ADDRESS = '/our-city/requests';

type Common = {
  maySpeak: boolean;
  action: (data: FormData) => Promise<void>;
  newCommandId: () => string;
};
type Props = Common & { requests: { request: OwnCorrection; title: LocalText }[]; isTooLate: boolean };

/** What readers ask to have corrected among the records of one's own city. */
export function RequestsPage({ requests, isTooLate, ...common }: Props) {
  const t = useTranslations('ourcity.requests');
  const c = useTranslations('common');
  return (
    <div className="read">
      <PageTitle
        crumbs={[{ href: '/our-city', label: c('ourCity') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('title')}
        under={t('lead')}
      />
      {isTooLate ? (
        <div className="notice notice--error mb-8" role="alert">
          <p>{t('changedMeanwhile')}</p>
        </div>
      ) : null}
      {requests.length === 0 ? <Empty title={t('nothing')} /> : null}
      {requests.map(({ request, title }) => (
        <Request key={request.id} request={request} title={title} {...common} />
      ))}
    </div>
  );
}

function Request({
  request,
  title,
  maySpeak,
  ...rest
}: Common & { request: OwnCorrection; title: LocalText }) {
  const t = useTranslations('ourcity.requests');
  const language = useLocale();
  const { id, recordKind, recordKey, wish, message, office, askedAt, answer } = request;
  const date = momentInWords(new Date(askedAt), language);
  const edit = recordKind === 'city' ? FACTS_ADDRESS : ownAddress(recordKind, recordKey);
  return (
    <Section title={<Local of={title} />} id={`request-${id}`} hint={t(`wish.${wish}`)} place="block">
      <p className="written" dir="auto">
        {message}
      </p>
      <p className="source">{office === null ? t('fromNobody', { date }) : t('from', { office, date })}</p>
      <p className="more">
        <a href={edit}>{t('edit')}</a>
      </p>
      {answer === null ? null : <p role="status">{t(`answered.${answer}`)}</p>}
      {maySpeak ? null : <p className="soft">{t('staff')}</p>}
      {maySpeak && answer === null ? (
        <Actions>
          <Answer {...rest} id={id} answer="done" />
          <Answer {...rest} id={id} answer="declined" />
        </Actions>
      ) : null}
      {maySpeak && answer !== null ? <Answer {...rest} id={id} answer="open" /> : null}
    </Section>
  );
}

type AnswerProps = Omit<Common, 'maySpeak'> & { id: string; answer: 'done' | 'declined' | 'open' };

function Answer({ id, answer, action, newCommandId }: AnswerProps) {
  const t = useTranslations('ourcity.requests');
  return (
    <form action={action} className="deed">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="answer" value={answer} />
      <input type="hidden" name="commandId" value={newCommandId()} />
      <button className={{ done: 'btn', declined: 'btn btn--line', open: 'linkbtn' }[answer]} type="submit">
        {t(answer === 'open' ? 'undo' : answer)}
      </button>
    </form>
  );
}

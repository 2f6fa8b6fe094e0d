import { Marked, type Piece } from '#components/ui/marked.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { LocalText } from '#lib/platform/language.ts';

type Props = {
  of: LocalText;
  /** Say that a translation has not been checked, or that there is none. Once per record is enough. */
  isNoted?: boolean;
  /** The same text in pieces, with the searched words marked. */
  pieces?: Piece[] | undefined;
  tone?: 'open' | 'filled';
};

/** A text of a record, with its language where that is not the page's. */
export function Local({ of, isNoted = false, pieces, tone = 'filled' }: Props) {
  const page = useLocale();
  const t = useTranslations('common');
  const names = useTranslations('vocabulary.languageName');
  const words = pieces ? <Marked pieces={pieces} tone={tone} /> : of.text;
  return (
    <>
      {of.language === page ? words : <span lang={of.language}>{words}</span>}
      {isNoted && of.isUncheckedTranslation ? (
        <span className="soft small"> ({t('uncheckedTranslation')})</span>
      ) : null}
      {isNoted && of.language !== page && names.has(of.language) ? (
        <span className="soft small"> ({t('inLanguage', { language: names(of.language) })})</span>
      ) : null}
    </>
  );
}

import { Local } from '#components/site/local.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import { fileAddress, fileFacts } from './file-facts.ts';

/** Photos and documents of a record; nothing where there are none. */
export function Attachments({ items }: { items: ShownAttachment[] }) {
  const t = useTranslations('files');
  if (items.length === 0) return null;
  return (
    <Section title={t('title')} place="rest block">
      <ul className="attachments">
        {items.map((item) => (
          <li key={item.id}>
            <Photo item={item} />
            <Words item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Small, with its place kept free; the link to the photo itself stands beside it. */
function Photo({ item: { id, width, height, alt, caption, language } }: { item: ShownAttachment }) {
  const t = useTranslations('files');
  if (width === null || height === null) return null;
  const own = alt || caption;
  return (
    // biome-ignore lint/performance/noImgElement: the server has made it small already
    <img
      src={fileAddress(id, true)}
      width={width}
      height={height}
      alt={own === '' ? t('noWords') : own}
      lang={own === '' ? undefined : language}
      loading="lazy"
      decoding="async"
    />
  );
}

function Words({ item }: { item: ShownAttachment }) {
  const t = useTranslations('files');
  const reader = useLocale();
  const { id, name, width, caption, language } = item;
  const said =
    caption === '' ? null : <Local of={{ text: caption, language, isUncheckedTranslation: false }} />;
  const facts = <span className="soft small">{fileFacts(item, reader)}</span>;
  if (width === null) {
    return (
      <p>
        <a href={fileAddress(id)} download={name}>
          {said ?? <bdi>{name}</bdi>}
        </a>{' '}
        {facts}
      </p>
    );
  }
  return (
    <div>
      {said === null ? null : <p>{said}</p>}
      <p className="small">
        <a href={fileAddress(id)} download={name}>
          {t('download')}
          <span className="hide"> {said ?? <bdi>{name}</bdi>}</span>
        </a>{' '}
        {facts}
      </p>
    </div>
  );
}

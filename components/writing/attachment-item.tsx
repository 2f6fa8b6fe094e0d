import { TextField } from '#components/ui/text-field.tsx';
import type { FileItem } from './files-state.ts';

export type ItemWords = {
  caption: string;
  captionHint: string;
  alt: string;
  altHint: string;
  up: string;
  down: string;
  remove: string;
};

type Props = {
  item: FileItem;
  isFirst: boolean;
  isLast: boolean;
  errors: Record<string, string>;
  words: ItemWords;
  /** Of the texts. */
  language: string;
};

/** One attached file: what it is, what is said of it, where it stands. */
export function AttachmentItem({ item, isFirst, isLast, errors, words, language }: Props) {
  const { fileId, name, facts, width, height, caption, alt } = item;
  const text = { lang: language, dir: 'auto' as const, maxLength: 300 };
  const press = (verb: 'up' | 'down' | 'remove') => (
    <button
      type="submit"
      className="linkbtn"
      name="do"
      value={`${verb}:${fileId}`}
      aria-label={`${words[verb]}: ${name}`}
    >
      {words[verb]}
    </button>
  );
  return (
    <li>
      <input type="hidden" name="entry" value={fileId} />
      <input type="hidden" name={`name-${fileId}`} value={name} />
      {width === null || height === null ? null : (
        // biome-ignore lint/performance/noImgElement: the server has made it small already
        <img src={`/files/${fileId}?size=small`} width={width} height={height} alt="" />
      )}
      <div>
        <p>
          <bdi>{name}</bdi> <span className="soft small">{facts}</span>
        </p>
        {width === null ? null : (
          <TextField
            {...text}
            id={`alt-${fileId}`}
            name={`alt-${fileId}`}
            label={words.alt}
            hint={words.altHint}
            error={errors[`alt-${fileId}`]}
            defaultValue={alt}
          />
        )}
        <TextField
          {...text}
          id={`caption-${fileId}`}
          name={`caption-${fileId}`}
          label={words.caption}
          hint={words.captionHint}
          error={errors[`caption-${fileId}`]}
          defaultValue={caption}
        />
        <div className="do">
          {isFirst ? null : press('up')}
          {isLast ? null : press('down')}
          {press('remove')}
        </div>
      </div>
    </li>
  );
}

import type { StepState } from './form-state.ts';

export type ConflictWords = {
  conflictTitle: string;
  /** `{by}` stands for the role of who saved. */
  conflictText: string;
  /** Where the writer has saved it herself. */
  conflictOwnText: string;
  saveMine: string;
  takeTheirs: string;
};

type Props = {
  conflict: NonNullable<StepState['conflict']>;
  words: ConflictWords;
  language: string;
};

/** What was saved meanwhile, field by field, above one's own text: to be merged by hand, nothing is lost. */
export function Conflict({ conflict, words, language }: Props) {
  return (
    <div className="notice notice--error mb-8" role="alert">
      <h2>{words.conflictTitle}</h2>
      <p>{conflict.isOwn ? words.conflictOwnText : words.conflictText.replace('{by}', conflict.by)}</p>
      {conflict.fields.map((field) => (
        <div key={field.name} className="mt-4">
          <h3>{field.label}</h3>
          <p className="written" lang={language} dir="auto">
            {field.text === '' ? '—' : field.text}
          </p>
        </div>
      ))}
      <button className="linkbtn" type="submit" name="take" value="theirs">
        {words.takeTheirs}
      </button>
    </div>
  );
}

/** A text with the language that it is written in. */
export type Said = { text: string; language: string };

/** `need`: open circle, `practice`: filled one, `dash`: one of several, `none`: a sentence. */
export type SheetMark = 'need' | 'practice' | 'dash' | 'none';
export type SheetItem = { mark: SheetMark; label: string | null; text: Said | null; note: string | null };
export type SheetRow = { heading: string; items: SheetItem[] };
export type FactCell = { value: string; note: string | null };

/** A paper of two pages as words in their places: the page on screen and the PDF are both made of it. */
export type Sheet = {
  language: string;
  title: string;
  /** Of the product. */
  name: string;
  office: string;
  date: string;
  city: string;
  own: Said | null;
  lead: string;
  before: SheetRow[];
  facts: {
    heading: string;
    own: string;
    other: string;
    rows: { label: string; own: FactCell; other: FactCell }[];
  };
  after: SheetRow[];
  sources: { heading: string; items: { text: string; url: string | null }[] };
  /** Where the whole of what is shortened stands; null where nothing is. */
  shortened: string | null;
  /** Said where a sign has no picture in the fonts of the PDF. */
  replaced: string;
  /** "page 1 of 2" by "1/2". */
  foot: { compiled: string; binding: string; address: string; pages: Record<string, string> };
};

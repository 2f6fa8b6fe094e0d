/** Data of one paper; see brief.typ for what it reads of it. */
export type PaperData = Record<string, unknown>;
/** The same paper several times, each time said more shortly: the first that fits is taken. */
export type ToCompile = { id: number; sheets: PaperData[]; mostPages: number };
export type Compiled =
  | { id: number; pdf: Uint8Array; pages: number }
  | { id: number; problem: 'missing' | 'failed' | 'too-long'; detail: string };

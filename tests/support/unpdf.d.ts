/** What the tests ask of the parser of PDF files, so that types hold also before it is installed. */
declare module 'unpdf' {
  type Page = {
    getViewport(options: { scale: number }): { width: number; height: number };
    getTextContent(): Promise<{ items: ({ str: string; hasEOL: boolean } | { type: string })[] }>;
    getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  };
  type Document = {
    numPages: number;
    getPage(number: number): Promise<Page>;
    getMarkInfo(): Promise<{ Marked: boolean } | null>;
    getMetadata(): Promise<{ info: object }>;
  };
  export function getDocumentProxy(bytes: Uint8Array): Promise<Document>;
}

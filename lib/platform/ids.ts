import { v5, v7 } from 'uuid';

/** A new UUIDv7: sorts by the moment it was made, to the millisecond. Made in Node so that Postgres 16 will do. */
export function newId(): string {
  return v7();
}

/** Whether the text has the form of a UUID of any version. Use before a value reaches a `uuid` column. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** An id that follows from another and a name: the same press on the same row has the same id each time. */
export function derivedId(id: string, name: string): string {
  return v5(name, id);
}

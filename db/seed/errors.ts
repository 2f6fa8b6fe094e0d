/** A data file is not as it must be. The message names file, record and field; nothing was changed. */
export class SeedFileError extends Error {
  override name = 'SeedFileError';

  constructor(file: string, record: string | null, field: string | null, problem: string) {
    const place = [
      file,
      record === null ? null : `record ${record}`,
      field === null ? null : `field ${field}`,
    ];
    super(`${place.filter((part) => part !== null).join(', ')}: ${problem}`);
  }
}

import { getTranslations } from '#i18n/words.ts';
import type { Person } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { uploadFile } from '#lib/files/commands.ts';
import type { StoredFile } from '#lib/files/contract.ts';
import { explainError } from './problem.ts';

/** The first file that was chosen in one of these fields of a form; null where none was. */
export function sentFile(data: FormData, ...names: string[]): File | null {
  const chosen = names.map((name) => data.get(name));
  return chosen.find((one): one is File => one instanceof File && one.size > 0) ?? null;
}

/** Keeps a file that came with a form for an office. @throws SalingError as `uploadFile` */
export async function keepSent(
  context: Context,
  commandId: string,
  organisationId: string,
  file: File,
): Promise<StoredFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return uploadFile(context, commandId, { organisationId, name: file.name, bytes });
}

/** Why a file was not kept, in the reader's words; null where the error is about something else. */
export async function explainFile(error: unknown, context: Context): Promise<string | null> {
  if (!(error instanceof SalingError)) return null;
  const t = await getTranslations('files.error');
  if (error.code === 'too-many') return t('file.too-many');
  const problem = explainError(error, context.language).errors.find(({ pointer }) => pointer === '/file');
  return problem?.detail ?? null;
}

/** The office of her own city for which somebody uploads; empty where she has none. */
export function cityOffice({ appointments }: Person): string {
  return appointments.find((entry) => entry.citySlug !== null)?.organisationId ?? '';
}

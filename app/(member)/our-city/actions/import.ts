'use server';

import { redirect } from 'next/navigation';
import { readerContext } from '#app/request/context.ts';
import { textOf } from '#app/request/form.ts';
import { SalingError } from '#lib/core/errors.ts';
import { isUuid } from '#lib/platform/ids.ts';
import { checkFile } from '#lib/transfer/commands/check.ts';
import { importProfile } from '#lib/transfer/commands/import.ts';
import { MAX_IMPORT } from '#lib/transfer/contract.ts';

/** Takes a file to be looked at and leads to what it would do; else back, with what is wrong in the address. */
export async function sendFile(data: FormData): Promise<void> {
  const context = await readerContext();
  const into = textOf(data, 'into');
  const here = isUuid(into) ? `/our-city/import/${into}` : '/our-city/import';
  const file = data.get('file');
  if (!(file instanceof File) || file.size === 0) redirect(`${here}?problem=none#file`);
  let next: string;
  try {
    // One more than is allowed is enough to see that it is too large.
    const bytes = new Uint8Array(await file.slice(0, MAX_IMPORT + 1).arrayBuffer());
    const { id } = await checkFile(context, textOf(data, 'commandId'), {
      citySlug: textOf(data, 'city'),
      bytes,
      ...(isUuid(into) ? { into } : {}),
    });
    next = `/our-city/import/${id}`;
  } catch (error) {
    next = `${here}?problem=${problemOf(error)}#file`;
  }
  redirect(next);
}

function problemOf(error: unknown): string {
  if (!(error instanceof SalingError)) throw error;
  const fault = error.errors.find(({ pointer }) => pointer === '/file');
  const line = fault?.params?.line;
  return `${fault?.code ?? error.code}${line === undefined ? '' : `&row=${line}`}`;
}

/** Does what was shown, all or nothing, and shows what was done; where something has changed, that. */
export async function takeOver(data: FormData): Promise<void> {
  const context = await readerContext();
  const id = textOf(data, 'id');
  let told = '';
  try {
    await importProfile(context, textOf(data, 'commandId'), { id, stamp: textOf(data, 'stamp') });
  } catch (error) {
    if (!(error instanceof SalingError)) throw error;
    told = `?told=${toldOf(error)}`;
  }
  redirect(isUuid(id) ? `/our-city/import/${id}${told}` : '/our-city/import');
}

function toldOf({ code, params }: SalingError): string {
  if (code === 'conflict') return params.reason === 'done' ? 'done' : 'changed';
  return code === 'invalid' ? 'refused' : 'unavailable';
}

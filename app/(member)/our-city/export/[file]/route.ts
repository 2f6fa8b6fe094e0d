import { z } from 'zod';
import { readerContext, visitorContext } from '#app/request/context.ts';
import { csvResponse, jsonResponse } from '#app/request/file-response.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { notFound } from '#lib/core/errors.ts';
import { profileFileSchema } from '#lib/transfer/contract.ts';
import { exportProfile, recordTable } from '#lib/transfer/queries/export.ts';
import { factTable } from '#lib/transfer/queries/export-facts.ts';

type Props = { params: Promise<{ file: string }> };

/** One file of the records of one's own city. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const context = await readerContext();
    const { file } = await params;
    const { actor } = context;
    const citySlug =
      actor.kind === 'person' ? actor.appointments.find((entry) => entry.citySlug !== null)?.citySlug : null;
    if (!citySlug) throw notFound();
    const name = `${citySlug}-${file}`;
    if (file === 'schema.json') return jsonResponse(name, z.toJSONSchema(profileFileSchema));
    const profile = await exportProfile(context, { citySlug });
    switch (file) {
      case 'profile.json':
        return jsonResponse(name, profile);
      case 'practices.csv':
        return csvResponse(request, name, recordTable('practice', profile));
      case 'needs.csv':
        return csvResponse(request, name, recordTable('need', profile));
      case 'facts.csv':
        return csvResponse(request, name, factTable(profile));
      default:
        throw notFound();
    }
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

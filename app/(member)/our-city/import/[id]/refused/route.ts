import { readerContext, visitorContext } from '#app/request/context.ts';
import { csvResponse } from '#app/request/file-response.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { sayPlace, sayProblem } from '#components/transfer/field-words.ts';
import { getTranslations } from '#i18n/words.ts';
import { listRefused } from '#lib/transfer/queries/import.ts';

type Props = { params: Promise<{ id: string }> };

/** The refused rows of a file, each with what is wrong, to be corrected and sent again. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const context = await readerContext();
    const all = await getTranslations();
    const rows = await listRefused(
      context,
      (await params).id,
      (problem, kind) => `${sayPlace(all, problem)}: ${sayProblem(all, kind, problem)}`,
    );
    return csvResponse(request, 'refused.csv', rows);
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

import { readerContext, visitorContext } from '#app/request/context.ts';
import { csvResponse } from '#app/request/file-response.ts';
import { problemResponse } from '#app/request/problem-response.ts';
import { columnName, sayProblem } from '#components/transfer/field-words.ts';
import { getTranslations } from '#i18n/words.ts';
import { listRefused } from '#lib/transfer/queries/import.ts';

type Props = { params: Promise<{ id: string }> };

/** The refused rows of a file, each with what is wrong, to be corrected and sent again. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const context = await readerContext();
    const t = await getTranslations('transfer.code');
    const rows = await listRefused(context, (await params).id, (problem) => {
      const name = problem.field === 'row' ? t('row') : columnName(problem.field);
      return `${name}: ${sayProblem(t, problem)}`;
    });
    return csvResponse(request, 'refused.csv', rows);
  } catch (error) {
    return problemResponse(error, visitorContext(request));
  }
}

import { readBrief } from '#app/(member)/exchanges/[id]/brief/read.ts';
import { readerContext, visitorContext } from '#app/request/context.ts';
import { attachedAs } from '#app/request/file-response.ts';
import { problemJson, problemResponse } from '#app/request/problem-response.ts';
import { exchangeAddress } from '#components/exchanges/address.ts';
import { getTranslations } from '#i18n/words.ts';
import { notFound, SalingError } from '#lib/core/errors.ts';
import { ASK_AGAIN_AFTER, type PaperProblem } from '#lib/papers/contract.ts';
import { toPdf } from '#lib/papers/gateway/pdf.ts';
import { paperProblemOf } from '#lib/papers/rules.ts';

type Props = { params: Promise<{ id: string }> };

/** The same two pages as `../brief` prints, to be taken along. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  try {
    const { brief, sheets } = await readBrief(await readerContext(), id);
    const pdf = await toPdf(sheets);
    const t = await getTranslations('papers');
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': attachedAs(`${t('fileName', { other: brief.other.name })}.pdf`),
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    const problem = paperProblemOf(error);
    if (problem !== null) return notMade(request, problem, id);
    const isNoId = error instanceof SalingError && error.code === 'invalid';
    return problemResponse(isNoId ? notFound() : error, visitorContext(request));
  }
}

/** Why there is no PDF, and that the page itself prints. */
async function notMade(request: Request, problem: PaperProblem, id: string): Promise<Response> {
  const t = await getTranslations('papers');
  const page = `${exchangeAddress(id)}/brief`;
  const isBusy = problem === 'busy';
  return problemJson(
    {
      code: `paper-${problem}`,
      status: 503,
      title: t(`${problem}Title`),
      detail: t(`${problem}Text`, { page, seconds: ASK_AGAIN_AFTER }),
      params: { page },
      errors: [],
    },
    visitorContext(request),
    isBusy ? { 'retry-after': String(ASK_AGAIN_AFTER) } : {},
  );
}

/**
 * The field by which a plain form names its action: for what is sent while the page goes away, when no script is
 * left to wait for the answer.
 */
export function actionField(action: (data: FormData) => Promise<unknown>): string {
  if (!('$$id' in action)) throw new Error('not a server action');
  return `$ACTION_ID_${String(action.$$id)}`;
}

export type Uploaded = { is: 'kept'; id: string } | { is: 'refused'; detail: string } | { is: 'unreachable' };

/**
 * Sends a file and tells how far it is (0 to 100): `fetch` cannot.
 * @param onProgress hundredths
 */
export function sendFile(
  file: File,
  target: { organisationId: string; commandId: string },
  onProgress: (hundredths: number) => void,
): Promise<Uploaded> {
  const { promise, resolve } = Promise.withResolvers<Uploaded>();
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ organisation: target.organisationId, command: target.commandId });
  request.open('POST', `/files?${query}`);
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
  request.onerror = () => resolve({ is: 'unreachable' });
  request.ontimeout = () => resolve({ is: 'unreachable' });
  request.onload = () => resolve(readAnswer(request.status, request.response));
  const form = new FormData();
  form.set('file', file);
  request.send(form);
  return promise;
}

function readAnswer(status: number, answer: unknown): Uploaded {
  const body = (answer ?? {}) as { id?: string; detail?: string; errors?: { detail?: string }[] };
  if (status === 201 && body.id !== undefined) return { is: 'kept', id: body.id };
  const detail = body.errors?.[0]?.detail ?? body.detail;
  return detail === undefined ? { is: 'unreachable' } : { is: 'refused', detail };
}

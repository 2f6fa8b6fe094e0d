import { v5 } from 'uuid';

const NAMESPACE = '5b8f5a2e-6c0c-4f0a-9b1d-3f4d0e6a7c21';

/** A UUID that a topic's code always leads to, for places that know records by UUID only. */
export function topicRecordId(code: string): string {
  return v5(code, NAMESPACE);
}

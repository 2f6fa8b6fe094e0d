import type { NeedRow } from '#lib/needs/queries.ts';
import type { PracticeRow } from '#lib/practices/queries.ts';

const record = (key: string, cityId: string) => ({
  id: key,
  key,
  cityId,
  version: 1,
  state: 'published' as const,
  origin: 'compiled' as const,
  audience: 'public' as const,
  confirmedAt: null,
  isTrial: false,
  attachments: [],
  attachmentWords: {},
  language: 'en',
  translations: {},
  compiledDigest: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  sdgs: [],
  sourceUrl: null,
  sourceTitle: null,
  otherSources: [],
  spokenLanguages: [],
  contactOffice: null,
});

export const needRow = (
  key: string,
  cityId: string,
  fields: Partial<NeedRow> & Pick<NeedRow, 'title' | 'description' | 'topics'>,
): NeedRow => ({
  ...record(key, cityId),
  affected: null,
  tried: null,
  obstacles: [],
  helpWanted: [],
  finance: [],
  projectStage: null,
  urgency: null,
  ...fields,
});

export const practiceRow = (
  key: string,
  cityId: string,
  fields: Partial<PracticeRow> & Pick<PracticeRow, 'title' | 'summary' | 'topics'>,
): PracticeRow => ({
  ...record(key, cityId),
  problem: null,
  actions: null,
  results: null,
  startYear: null,
  pillars: [],
  evidence: 'documented',
  proposedByTransferAt: null,
  stage: null,
  operatedBy: null,
  caveat: null,
  preconditions: null,
  proposedEvidence: null,
  evidenceConfirmedAt: null,
  ...fields,
});

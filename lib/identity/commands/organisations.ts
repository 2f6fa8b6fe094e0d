import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { onlyJobs } from '#lib/core/policy.ts';
import { insertOrganisation, selectCitiesWithoutOffice } from '#lib/identity/store/organisations.ts';
import { newId } from '#lib/platform/ids.ts';

/** The bodies that the Declaration names, hosted by UCLG ASPAC and by Jakarta Province, and AGMF's chair. */
const BODIES = [
  { kind: 'secretariat', name: 'AGMF Secretariat', forum: 'AGMF' },
  { kind: 'secretariat', name: 'MGMAC Secretariat', forum: 'MGMAC' },
  { kind: 'chair', name: 'Chair of AGMF', forum: null },
] as const;
/** Stands for any observer where the product is tried; a real installation adds those that the secretariats invite. */
const SAMPLE_OBSERVER = { kind: 'observer', name: 'Observer', forum: null } as const;

/** Every city has an office that people can act for, and the bodies are there. Repeatable. */
export const ensureOrganisations = defineCommand({
  name: 'organisation.ensure',
  input: z.object({ hasSamples: z.boolean() }),
  load: (tx) => selectCitiesWithoutOffice(tx),
  policy: onlyJobs,
  apply: async (tx, { hasSamples }, cities) => {
    let added = 0;
    for (const body of hasSamples ? [...BODIES, SAMPLE_OBSERVER] : BODIES) {
      if (await insertOrganisation(tx, { id: newId(), ...body })) added += 1;
    }
    for (const { id: cityId, name } of cities) {
      if (await insertOrganisation(tx, { id: newId(), kind: 'city-office', name, cityId })) added += 1;
    }
    const subject = added === 0 ? null : { kind: 'organisation', id: 'all' };
    return { outcome: { added }, subject, after: { added } };
  },
});

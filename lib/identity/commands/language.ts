import { z } from 'zod';
import { defineCommand } from '#lib/core/command.ts';
import { SalingError } from '#lib/core/errors.ts';
import { updateLanguage } from '#lib/identity/store/people.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';

/** The language of the mails that a person gets. */
export const chooseLanguage = defineCommand({
  name: 'person.language',
  input: z.object({ language: z.enum(INTERFACE_LANGUAGES) }),
  load: async () => null,
  policy: (actor) => (actor.kind === 'person' ? null : 'not-found'),
  apply: async (tx, { language }, _resource, { actor }) => {
    if (actor.kind !== 'person') throw new SalingError('not-signed-in');
    const isChanged = await updateLanguage(tx, actor.personId, language);
    return {
      outcome: { language },
      subject: isChanged ? { kind: 'person', id: actor.personId } : null,
      after: { language },
    };
  },
});

import { describe, expect, it } from 'vitest';
import { messagesFor } from '#i18n/messages.ts';
import { OTHER } from '#lib/identity/permissions/columns.ts';
import { groupOf, SHOWN_COMMANDS, SHOWN_ROLES, shownPermissions } from '#lib/identity/permissions/shown.ts';
import { INTERFACE_LANGUAGES } from '#lib/platform/language.ts';

type Words = { [key: string]: string | Words };
const at = (words: Words, path: string): unknown =>
  path.split('.').reduce<unknown>((found, part) => (found as Words | undefined)?.[part], words);
const ids = SHOWN_COMMANDS.map(({ id }) => id);

describe.each(INTERFACE_LANGUAGES)('the page about permissions, in %s', (language) => {
  const words = messagesFor(language).permissions as Words;

  it('has words for each command that a person may use (messages/*/permissions.json)', () => {
    expect(ids.filter((id) => typeof at(words, `command.${id}`) !== 'string')).toEqual([]);
  });

  it('has words for each role and group', () => {
    const keys = [
      ...SHOWN_ROLES.map((role) => `role.${role}`),
      ...shownPermissions().map(({ group }) => `group.${group}`),
    ];
    expect(keys.filter((key) => typeof at(words, key) !== 'string')).toEqual([]);
  });

  it('says nothing of holding a city back', () => {
    expect(JSON.stringify(words)).not.toMatch(/hold|held|tahan|withhold/i);
  });
});

describe('the rows of the page', () => {
  it('stand in a group each (lib/identity/permissions/shown.ts)', () => {
    expect(ids.filter((id) => groupOf(id) === undefined)).toEqual([]);
  });

  it('leave out what only jobs do, and everything about holding back', () => {
    expect(ids).not.toContain('retention.keep');
    expect(ids.filter((id) => /hold|held/.test(id))).toEqual([]);
  });

  it('say the same for everybody of another city, as one column does', () => {
    const uneven = SHOWN_COMMANDS.filter(
      ({ cells }) => new Set(OTHER.map((column) => cells[column])).size > 1,
    );
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });
});

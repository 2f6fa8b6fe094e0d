import type { FieldSpec } from './form-state.ts';

type Words = (key: string) => string;
/** Chosen for an observer that is not in the list yet; its name follows, from a field of its own. */
export const NEW_OBSERVER = 'observer:';

/** Fields of the form that invites somebody. `t` of the namespace `offices`. */
export function inviteFields(
  t: Words,
  roles: readonly string[],
  offices?: FieldSpec['options'],
): FieldSpec[] {
  const text = (name: string, kind: FieldSpec['kind'] = 'text'): FieldSpec => ({
    kind,
    name,
    label: t(`field.${name}.label`),
    hint: t(`field.${name}.hint`),
    autoComplete: 'off',
  });
  return [
    ...(offices === undefined
      ? []
      : [
          {
            kind: 'select' as const,
            name: 'office',
            label: t('field.office.label'),
            options: [...offices, { value: NEW_OBSERVER, label: t('field.office.newObserver') }],
          },
          text('observer'),
        ]),
    {
      kind: 'select',
      name: 'role',
      label: t('field.role.label'),
      options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
    },
    text('email', 'email'),
    { ...text('name'), hint: t('field.name.optional') },
    text('letterReference'),
    text('fromOn', 'date'),
    text('toOn', 'date'),
  ];
}
export const INVITE_NAMES = [
  'office',
  'observer',
  'role',
  'email',
  'name',
  'letterReference',
  'fromOn',
  'toOn',
] as const;

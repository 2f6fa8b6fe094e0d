import { Choice, Choices } from '#components/ui/choice.tsx';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { FormState, Values } from './form-state.ts';

type Words<Part extends string> = Record<Part, string>;
export type FieldWords = {
  wish: Words<'legend' | 'correction' | 'removal'>;
  message: Words<'label' | 'hint'>;
  office: Words<'label' | 'hint'>;
  email: Words<'label' | 'hint'>;
};

type Props = { values: Values; errors: FormState['errors']; words: FieldWords };

/** What is wished, why, and from whom; only the first two are needed. */
export function CorrectionFields({ values, errors, words }: Props) {
  const { wish, message, office, email } = words;
  return (
    <>
      <Choices legend={wish.legend}>
        {(['correction', 'removal'] as const).map((one) => (
          <Choice
            key={one}
            id={one === 'correction' ? 'wish' : 'wish-removal'}
            type="radio"
            name="wish"
            value={one}
            isChecked={values.wish === one}
          >
            {wish[one]}
          </Choice>
        ))}
      </Choices>
      <TextAreaField
        id="message"
        name="message"
        rows={7}
        defaultValue={values.message}
        label={message.label}
        hint={message.hint}
        error={errors.message}
      />
      <TextField
        id="office"
        name="office"
        autoComplete="organization"
        defaultValue={values.office}
        label={office.label}
        hint={office.hint}
        error={errors.office}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={values.email}
        label={email.label}
        hint={email.hint}
        error={errors.email}
      />
    </>
  );
}

import { Actions, Button } from '#components/ui/button.tsx';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SearchLine } from '#components/ui/search-line.tsx';
import { Section } from '#components/ui/section.tsx';
import { SelectField, TextAreaField, TextField } from '#components/ui/text-field.tsx';
import { LONG } from './texts.ts';

export function FormSamples({ theme }: { theme: string }) {
  return (
    <Section title="Forms" place="block">
      <form className="read">
        <ErrorSummary
          title="One thing is missing"
          errors={[{ fieldId: `${theme}-text`, message: 'Write what the problem is.' }]}
        />
        <SearchLine
          id={`${theme}-q`}
          name="q"
          label="Search practices"
          hint={LONG.id}
          value=""
          button="Search"
        />
        <TextAreaField
          id={`${theme}-text`}
          label="Describe your problem"
          hint="Two sentences are enough."
          error="Write what the problem is."
          after="Example: Households mix all their waste."
          isBig
        />
        <TextField id={`${theme}-title`} label={LONG.id} defaultValue={LONG.vi} />
        <SelectField id={`${theme}-wish`} label="What do you ask for?">
          <option>Correction</option>
          <option>Removal</option>
        </SelectField>
        <Choices legend="Topics" hint="Change them if they do not fit.">
          <Choice id={`${theme}-one`} name="topic" value="one" isChecked hint={12}>
            Solid waste management
          </Choice>
          <Choice id={`${theme}-two`} name="topic" value="two">
            {LONG.id}
          </Choice>
        </Choices>
        <Actions>
          <Button>Show cities that worked on this</Button>
          <Button isLine>Look again</Button>
          <span className="saved">Saved 10:42</span>
        </Actions>
      </form>
    </Section>
  );
}

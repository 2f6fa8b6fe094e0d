/**
 * Has the database itself try what each actor can do with each sample row, as the application's role: see, add,
 * change, remove. Nothing stays. The result names, for each row and verb, who could.
 */
export const PROBE = `
create function probe_access(tab text, samples jsonb, actors jsonb) returns jsonb language plpgsql as $$
declare
  sample record; actor record; condition text; columns text; first_key text; stored jsonb;
  found jsonb := '{}'; could jsonb; verb text; statement text; n int;
begin
  select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
    where table_schema = 'public' and table_name = tab and is_generated = 'NEVER';
  for sample in select value ->> 'label' as label, value -> 'key' as key from jsonb_array_elements(samples) loop
    select string_agg(format('%I = %L', e.key, e.value), ' and '), min(e.key) into condition, first_key
      from jsonb_each_text(sample.key) e;
    execute format('select to_jsonb(t) from %I t where %s', tab, condition) into stored;
    could := '{}';
    foreach verb in array array['see', 'add', 'change', 'remove'] loop
      statement := case verb
        when 'see' then format('select from %I where %s', tab, condition)
        when 'add' then format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, %L)', tab, columns, columns, tab, stored)
        when 'change' then format('update %I set %I = %I where %s', tab, first_key, first_key, condition)
        else format('delete from %I where %s', tab, condition) end;
      could := could || jsonb_build_object(verb, '[]'::jsonb);
      for actor in select key, value from jsonb_each(actors) loop
        n := 0;
        begin
          perform set_config(name, coalesce(actor.value ->> name, ''), true) from unnest(array['saling.actor_kind',
            'saling.person_id', 'saling.is_trial', 'saling.link_purpose', 'saling.link_subject']) name;
          perform set_config('role', 'saling_app', true);
          execute statement;
          get diagnostics n = row_count;
          raise exception using errcode = 'SA000';
        exception
          when sqlstate 'SA000' or insufficient_privilege then null;
          -- The row is there already, or others hang on it: policies had let it pass before that was seen.
          when integrity_constraint_violation then n := 1;
        end;
        if n > 0 then could := jsonb_set(could, array[verb], could -> verb || to_jsonb(actor.key)); end if;
      end loop;
    end loop;
    found := found || jsonb_build_object(sample.label, could);
  end loop;
  return found;
end $$`;

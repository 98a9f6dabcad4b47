create schema customfields;

-- The fields a company adds to its records. Their values stand in the records' own tables, in a column named custom:
-- an object of the values by the codes of the fields.
create table customfields.field (
  id              uuid primary key default uuidv7(),
  record_type     text not null check (record_type <> ''),
  code            text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  type            text not null,
  name            text not null check (name <> ''),
  name_en         text not null check (name_en <> ''),
  help            text,
  help_en         text,
  section         text,
  section_en      text,
  position        int not null,
  required        text not null check (required in ('NEVER', 'ALWAYS', 'WHEN')),
  required_field  text,
  required_values text[] not null default '{}',
  fallback        jsonb,
  formula         text,
  options         jsonb not null default '[]',
  shown           boolean not null,
  totalled        boolean not null,
  filterable      boolean not null,
  searched        boolean not null,
  retired         boolean not null default false,
  version         int not null default 1,
  unique (record_type, code),
  check ((required = 'WHEN') = (required_field is not null)),
  check (jsonb_typeof(options) = 'array')
);

-- A date as it stands among the values, YYYY-MM-DD: unlike a cast the same in every session, so that an index may hold it.
create function public.custom_day(text) returns date language sql immutable parallel safe strict
  return make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int);

-- Several choices as they stand among the values; none where there is nothing.
create function public.custom_words(jsonb) returns text[] language sql immutable parallel safe
  return coalesce(array(select jsonb_array_elements_text($1)), '{}');

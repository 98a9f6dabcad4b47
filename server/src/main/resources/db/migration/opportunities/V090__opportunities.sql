create schema opportunities;

-- A pipeline is an ordered way from first talk to won or lost.
create table opportunities.pipeline (
  id       uuid primary key default uuidv7(),
  name     text not null check (name <> ''),
  name_en  text not null,
  position int not null default 0,
  retired  boolean not null default false,
  version  int not null default 1
);

create table opportunities.stage (
  id            uuid primary key default uuidv7(),
  pipeline_id   uuid not null references opportunities.pipeline,
  position      int not null,
  name          text not null check (name <> ''),
  name_en       text not null,
  outcome       text not null check (outcome in ('OPEN', 'WON', 'LOST')),
  probability   numeric(5, 2) not null check (probability between 0 and 100),
  category      text not null check (category in ('PIPELINE', 'BEST_CASE', 'COMMIT', 'CLOSED', 'OMITTED')),
  normal_days   int check (normal_days > 0),
  required      text[] not null default '{}',
  retired       boolean not null default false,
  unique (pipeline_id, id),
  unique (pipeline_id, position) deferrable initially deferred
);
create unique index one_won_stage on opportunities.stage (pipeline_id) where outcome = 'WON' and not retired;

create sequence opportunities.number;

create table opportunities.opportunity (
  id               uuid primary key default uuidv7(),
  number           text not null unique default 'O' || lpad(nextval('opportunities.number')::text, 6, '0'),
  name             text not null collate "zh-Hans-x-icu" check (name <> ''),
  customer_id      uuid references customers.customer,
  pipeline_id      uuid not null,
  stage_id         uuid not null,
  outcome          text not null check (outcome in ('OPEN', 'WON', 'LOST')),
  stage_since      timestamptz not null,
  amount           numeric(18, 2) check (amount >= 0),
  currency         char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount_from_lines boolean not null default false,
  expected_close   date,
  engaged_on       date,
  closed_on        date,
  loss_reason      text,
  outcome_note     text,
  source           text,
  competitor       text,
  next_step        text,
  next_step_on     date,
  description      text,
  owner_id         uuid references people.person,
  last_followed_at timestamptz,
  external_id      text unique,
  created_by       uuid not null,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  version          int not null default 1,
  foreign key (pipeline_id, stage_id) references opportunities.stage (pipeline_id, id),
  check ((outcome = 'OPEN') = (closed_on is null)),
  check (closed_on is null or engaged_on is null or closed_on >= engaged_on),
  check (outcome <> 'LOST' or loss_reason is not null)
);
create index opportunity_of_owner on opportunities.opportunity (owner_id, created_at desc, id desc);
create index opportunity_newest on opportunities.opportunity (created_at desc, id desc);
create index opportunity_of_customer on opportunities.opportunity (customer_id) where customer_id is not null;
create index opportunity_by_stage on opportunities.opportunity (stage_id, created_at desc);
create index opportunity_by_close on opportunities.opportunity (closed_on, outcome) include (owner_id, amount) where closed_on is not null;
create index opportunity_open on opportunities.opportunity (owner_id, expected_close) where outcome = 'OPEN';
create index opportunity_name_part on opportunities.opportunity using gin (name gin_trgm_ops);

create table opportunities.line (
  opportunity_id uuid not null references opportunities.opportunity on delete cascade,
  position       int not null,
  product_id     uuid not null references products.product,
  quantity       numeric(14, 3) not null check (quantity > 0),
  price          numeric(18, 2) not null check (price >= 0),
  discount       numeric(5, 2) not null default 0 check (discount between 0 and 100),
  amount         numeric(18, 2) not null check (amount >= 0),
  primary key (opportunity_id, position)
);
create index line_of_product on opportunities.line (product_id, opportunity_id);

create table opportunities.collaborator (
  opportunity_id uuid not null references opportunities.opportunity on delete cascade,
  person_id      uuid not null references people.person,
  may_write      boolean not null default false,
  primary key (opportunity_id, person_id)
);
create index collaboration_of_person on opportunities.collaborator (person_id, opportunity_id);

create table opportunities.contact_role (
  opportunity_id uuid not null references opportunities.opportunity on delete cascade,
  contact_id     uuid not null references customers.contact on delete cascade,
  role           text not null check (role in ('DECIDES', 'INFLUENCES', 'USES', 'EVALUATES', 'BUYS', 'GATEKEEPER')),
  primary key (opportunity_id, contact_id)
);
create index role_of_contact on opportunities.contact_role (contact_id);

-- In which stage an opportunity was, from when to when: without gap or overlap; the last span is open.
create table opportunities.stage_span (
  opportunity_id uuid not null references opportunities.opportunity on delete cascade,
  stage_id       uuid not null references opportunities.stage,
  during         tstzrange not null check (not isempty(during)),
  moved_by       uuid,
  primary key (opportunity_id, during without overlaps)
);
create index span_of_stage on opportunities.stage_span (stage_id);
create unique index one_present_stage on opportunities.stage_span (opportunity_id) where upper_inf(during);

-- What this module has to know of products.
create view opportunities.sold_product as select id, status = 'RETIRED' as retired from products.product;

-- The history has no gap: each span but the last ends where the next begins.
create function opportunities.refuse_gap() returns trigger language plpgsql as $$
declare checked uuid := coalesce(new.opportunity_id, old.opportunity_id);
begin
  if exists (select from opportunities.opportunity where id = checked)
     and (select range_agg(during) from opportunities.stage_span where opportunity_id = checked)
         is distinct from
         (select tstzmultirange(tstzrange(min(lower(during)), null)) from opportunities.stage_span where opportunity_id = checked)
  then raise exception 'the stage history of % has a gap', checked using errcode = '23514', constraint = 'stage_history_without_gap';
  end if;
  return null;
end $$;
create constraint trigger no_gap after insert or update or delete on opportunities.stage_span
  deferrable initially deferred for each row execute function opportunities.refuse_gap();

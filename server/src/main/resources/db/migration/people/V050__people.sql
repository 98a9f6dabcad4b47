create schema people;

-- The day it is for the company: what "today" means wherever tables are joined.
create function people.today() returns date language sql stable as $$
  select (now() at time zone coalesce((select time_zone from company.settings), 'UTC'))::date
$$;

-- People who work, or worked, here.
create table people.person (
  id              uuid primary key default uuidv7(),
  name            text not null collate "zh-Hans-x-icu" check (name <> ''),
  name_en         text,
  employee_number text unique,
  email           text,
  mobile          text,
  hired_on        date,
  left_on         date,
  external_id     text unique,
  version         int not null default 1,
  created_at      timestamptz not null default now(),
  check (left_on is null or hired_on is null or left_on >= hired_on)
);
create index person_by_name on people.person (name);

-- Units of the organisation; what they are called and where they hang holds from day to day. Keys over time are checked
-- at the end of a command, so that one state can give way to the next.
create table people.unit (
  id          uuid primary key default uuidv7(),
  external_id text unique,
  version     int not null default 1
);
create table people.unit_state (
  unit_id   uuid not null references people.unit,
  parent_id uuid,
  name      text not null check (name <> ''),
  name_en   text,
  position  int not null default 0,
  valid     daterange not null check (not isempty(valid)),
  primary key (unit_id, valid without overlaps),
  constraint unit_within_parent foreign key (parent_id, period valid) references people.unit_state (unit_id, period valid)
    deferrable initially deferred,
  constraint unit_not_above_itself check (parent_id <> unit_id)
);
create index unit_by_parent on people.unit_state (parent_id);

-- Seats 岗位席位: positions in units. Targets and territories hang on seats; people come and go.
create table people.seat (
  id      uuid primary key default uuidv7(),
  version int not null default 1
);
create table people.seat_state (
  seat_id    uuid not null references people.seat,
  unit_id    uuid not null,
  title      text not null check (title <> ''),
  duties     text,
  head       boolean not null default false,
  reports_to uuid,
  valid      daterange not null check (not isempty(valid)),
  primary key (seat_id, valid without overlaps),
  constraint seat_within_unit foreign key (unit_id, period valid) references people.unit_state (unit_id, period valid)
    deferrable initially deferred,
  constraint seat_below_seat foreign key (reports_to, period valid) references people.seat_state (seat_id, period valid)
    deferrable initially deferred,
  constraint one_head exclude using gist (unit_id with =, valid with &&) where (head),
  constraint seat_not_above_itself check (reports_to <> seat_id)
);
create index seat_by_unit on people.seat_state (unit_id);
create index seat_by_superior on people.seat_state (reports_to) where reports_to is not null;

-- Dotted reporting lines beside the solid one.
create table people.dotted_line (
  seat_id    uuid not null,
  reports_to uuid not null,
  valid      daterange not null check (not isempty(valid)),
  primary key (seat_id, reports_to, valid without overlaps),
  constraint dotted_from_seat foreign key (seat_id, period valid) references people.seat_state (seat_id, period valid)
    deferrable initially deferred,
  constraint dotted_to_seat foreign key (reports_to, period valid) references people.seat_state (seat_id, period valid)
    deferrable initially deferred,
  constraint dotted_not_to_itself check (reports_to <> seat_id)
);

-- Who sits where: one person on a seat at a time, one main seat per person at a time.
create table people.occupation (
  seat_id   uuid not null,
  person_id uuid not null references people.person,
  main      boolean not null default true,
  valid     daterange not null check (not isempty(valid)),
  primary key (seat_id, valid without overlaps),
  constraint occupation_within_seat foreign key (seat_id, period valid) references people.seat_state (seat_id, period valid)
    deferrable initially deferred,
  constraint one_main_seat exclude using gist (person_id with =, valid with &&) where (main)
);
create index occupation_of_person on people.occupation (person_id);

-- Counts changes of the organisation, so that servers know when the one they remember is old.
create table people.revision (
  singleton boolean primary key default true check (singleton),
  number    bigint not null default 1
);
insert into people.revision default values;

create function people.revise() returns trigger language plpgsql as $$
begin
  update people.revision set number = number + 1;
  return null;
end $$;
create trigger revise after insert or update or delete on people.unit_state for each statement execute function people.revise();
create trigger revise after insert or update or delete on people.seat_state for each statement execute function people.revise();
create trigger revise after insert or update or delete on people.occupation for each statement execute function people.revise();

-- No unit stands above itself on any day, no seat reports to itself through others. The revision row, locked by every
-- change before it, lets one re-organisation through at a time.
create function people.refuse_unit_cycle() returns trigger language plpgsql as $$
begin
  perform number from people.revision for update;
  if exists (
    with recursive above (id, during) as (
      select new.parent_id, new.valid where new.parent_id is not null
      union all
      select u.parent_id, a.during * u.valid
      from above a join people.unit_state u on u.unit_id = a.id and u.valid && a.during
      where u.parent_id is not null and a.id <> new.unit_id)
    select from above where id = new.unit_id)
  then raise exception 'unit % would stand above itself', new.unit_id using errcode = '23514', constraint = 'unit_without_cycle';
  end if;
  return new;
end $$;
create trigger no_cycle before insert or update on people.unit_state for each row execute function people.refuse_unit_cycle();

create function people.refuse_seat_cycle() returns trigger language plpgsql as $$
begin
  perform number from people.revision for update;
  if exists (
    with recursive above (id, during) as (
      select new.reports_to, new.valid where new.reports_to is not null
      union all
      select s.reports_to, a.during * s.valid
      from above a join people.seat_state s on s.seat_id = a.id and s.valid && a.during
      where s.reports_to is not null and a.id <> new.seat_id)
    select from above where id = new.seat_id)
  then raise exception 'seat % would report to itself', new.seat_id using errcode = '23514', constraint = 'seat_without_cycle';
  end if;
  return new;
end $$;
create trigger no_cycle before insert or update on people.seat_state for each row execute function people.refuse_seat_cycle();

-- Where each person works today, by their main seat: what other modules join to.
create view people.workplace as
  select o.person_id, s.seat_id, s.title, s.unit_id, u.name as unit_name
  from people.occupation o
  join people.seat_state s on s.seat_id = o.seat_id and s.valid @> (select people.today())
  join people.unit_state u on u.unit_id = s.unit_id and u.valid @> (select people.today())
  where o.main and o.valid @> (select people.today());

create schema handovers;

create sequence handovers.number;

-- What somebody had in hand, given to others 交接.
create table handovers.handover (
  id         uuid primary key default uuidv7(),
  number     text not null unique default 'H' || to_char(nextval('handovers.number'), 'FM999999000000'),
  leaver_id  uuid not null references people.person,
  reason     text not null check (reason ~ '\S'),
  left_on    date,
  blocked    boolean not null,
  state      text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  job_id     uuid,
  message    text,
  total      int not null,
  moved      int not null default 0,
  skipped    int not null default 0,
  created_by uuid not null references people.person,
  created_at timestamptz not null default now(),
  ended_at   timestamptz,
  check ((state = 'RUNNING') = (ended_at is null))
);
create unique index one_running_handover on handovers.handover (leaver_id) where state = 'RUNNING';
create index handover_newest on handovers.handover (created_at desc, id desc);
create index handover_of_leaver on handovers.handover (leaver_id);

-- One record of it: to whom it goes, and what became of it.
create table handovers.item (
  handover_id uuid not null references handovers.handover on delete cascade,
  place       int not null,
  kind        text not null,
  record_id   uuid not null,
  name        text not null,
  heir_id     uuid not null references people.person,
  state       text not null default 'WAITING' check (state in ('WAITING', 'MOVED', 'SKIPPED')),
  reason      text,
  primary key (handover_id, place),
  check ((state = 'SKIPPED') = (reason is not null))
);
create index item_by_state on handovers.item (handover_id, state, place);

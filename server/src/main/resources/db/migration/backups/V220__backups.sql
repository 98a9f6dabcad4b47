create schema backups;

-- This installation: what its backups are told apart by, and where its data came from when they were restored.
create table backups.installation (
  singleton   boolean primary key default true check (singleton),
  id          uuid not null default uuidv7(),
  backup_at   timestamptz, -- of when the backup was
  restored_at timestamptz,
  check ((backup_at is null) = (restored_at is null))
);
insert into backups.installation default values;

-- When backups are made by themselves, and which of these are kept.
create table backups.schedule (
  singleton  boolean primary key default true check (singleton),
  enabled    boolean not null default false,
  at         time not null default '02:00', -- in the company's time zone
  daily      int not null default 7 check (daily between 1 and 366),
  weekly     int not null default 4 check (weekly between 0 and 520),
  done_on    date,        -- the last day whose backup is there
  tried_at   timestamptz, -- when one was last begun
  failed     text,        -- why the last one is not there
  version    int not null default 1
);
insert into backups.schedule default values;

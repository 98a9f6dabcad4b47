create schema periods;

-- How far a month is, where somebody moved it; longer periods are as far as their months. A month before a locked one is
-- locked, one that has begun is open, one to come is neither.
create table periods.month (
  first_day  date primary key check (extract(day from first_day) = 1),
  status     text not null check (status in ('OPEN', 'CALCULATED', 'APPROVED', 'LOCKED')),
  changed_by uuid not null references people.person,
  changed_at timestamptz not null default now(),
  version    int not null default 1
);

-- Whoever writes: months go step by step, are locked in their order, and never again move once they are locked.
create function periods.keep_order() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.status = 'LOCKED' then
    raise exception 'month % is locked', old.first_day using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then
    raise exception 'month % is kept', old.first_day using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' then
    if new.first_day <> old.first_day or (old.status, new.status) not in (
        ('OPEN', 'CALCULATED'), ('CALCULATED', 'OPEN'), ('CALCULATED', 'APPROVED'),
        ('APPROVED', 'CALCULATED'), ('APPROVED', 'LOCKED')) then
      raise exception 'month % does not go from % to %', old.first_day, old.status, new.status
        using errcode = 'check_violation';
    end if;
    if new.status = 'LOCKED' and exists (
        select from periods.month m where m.first_day < new.first_day and m.status <> 'LOCKED') then
      raise exception 'a month before % is not locked', new.first_day using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.status not in ('OPEN', 'CALCULATED') then
    raise exception 'month % begins open', new.first_day using errcode = 'check_violation';
  end if;
  if exists (select from periods.month m where m.first_day > new.first_day and m.status = 'LOCKED') then
    raise exception 'a month after % is locked', new.first_day using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_order before insert or update or delete on periods.month
  for each row execute function periods.keep_order();

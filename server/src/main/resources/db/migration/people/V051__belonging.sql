-- The unit each person counts in on any day: that of their main seat. Days before their first seat count in the first,
-- days without a seat in the one before, so that whatever they did, and whenever, counts somewhere.
create view people.stay as
  select person_id, unit_id, valid,
         daterange(case when lag(valid) over w is not null then lower(valid) end, lead(lower(valid)) over w) as days
  from (select o.person_id, s.unit_id, o.valid * s.valid as valid
        from people.occupation o join people.seat_state s on s.seat_id = o.seat_id and s.valid && o.valid
        where o.main) place
  window w as (partition by person_id order by valid);

-- The same with all units above, as the tree stood on those days: {parent_id} is the unit above then, {own} marks the
-- unit of the seat itself.
create view people.belonging as
  with recursive chain as (
    select s.person_id, s.valid as seated, s.days, u.unit_id, u.parent_id, true as own, s.valid * u.valid as during
    from people.stay s join people.unit_state u on u.unit_id = s.unit_id and u.valid && s.valid
    union all
    select c.person_id, c.seated, c.days, u.unit_id, u.parent_id, false, c.during * u.valid
    from chain c join people.unit_state u on u.unit_id = c.parent_id and u.valid && c.during)
  select person_id, unit_id, parent_id, own,
         daterange(case when lower(during) is not distinct from lower(seated) then lower(days) else lower(during) end,
                   case when upper(during) is not distinct from upper(seated) then upper(days) else upper(during) end) as days
  from chain;

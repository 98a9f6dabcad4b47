create schema reports;

-- What reports count, as they read it from the modules below them.
create view reports.deal as
  select id, pipeline_id, stage_id, outcome, amount, currency, owner_id, customer_id, created_at, engaged_on, closed_on
  from opportunities.opportunity;

create view reports.stage as
  select id, pipeline_id, position, name, name_en, outcome, probability, category from opportunities.stage;

-- The furthest open stage each deal was ever in; a won deal passed them all.
create view reports.furthest as
  select s.opportunity_id as deal_id, max(st.position) as position
  from opportunities.stage_span s join opportunities.stage st on st.id = s.stage_id and st.outcome = 'OPEN'
  group by s.opportunity_id;

-- A deal's amount shared among its lines by their own amounts, equally where those are all zero.
create view reports.share as
  select l.opportunity_id as deal_id, l.product_id, p.name as product_name, l.quantity,
         case when sum(l.amount) over w = 0 then o.amount / count(*) over w
              else o.amount * l.amount / sum(l.amount) over w end as amount
  from opportunities.line l
  join opportunities.opportunity o on o.id = l.opportunity_id
  join products.product p on p.id = l.product_id
  window w as (partition by l.opportunity_id);

-- In which unit each person mainly worked, from when to when.
create view reports.workplace as
  select o.person_id, s.unit_id, o.valid * s.valid as valid
  from people.occupation o join people.seat_state s on s.seat_id = o.seat_id and s.valid && o.valid
  where o.main;

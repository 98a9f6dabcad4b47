-- An amount in another currency keeps the rate that was taken for it, the day from which that rate is, and what it comes
-- to in the company's currency. Without a rate there is no such amount.
alter table opportunities.opportunity
  add rate numeric(20, 10) check (rate > 0),
  add rate_from date,
  add base_amount numeric(18, 2) check (base_amount >= 0),
  add check ((rate is null) = (rate_from is null));

-- In the company's own currency the amount is what it is, whoever writes it.
create function opportunities.keep_base_amount() returns trigger language plpgsql as $$
begin
  if new.rate is null then
    new.base_amount := case when new.currency = (select currency from company.settings) then new.amount end;
  end if;
  return new;
end $$;
create trigger keep_base_amount before insert or update of amount, currency, rate, base_amount
  on opportunities.opportunity for each row execute function opportunities.keep_base_amount();

update opportunities.opportunity set base_amount = amount
where amount is not null and currency = (select currency from company.settings);

-- Sums read it where they read the amount.
drop index opportunities.opportunity_sorted;
create index opportunity_sorted on opportunities.opportunity (owner_id) include (
  id, name, number, customer_id, amount, currency, base_amount, pipeline_id, stage_id, outcome, stage_since,
  expected_close, closed_on, engaged_on, source, loss_reason, competitor, next_step_on, last_followed_at, created_at,
  updated_at);
drop index opportunities.opportunity_open_by_close;
create index opportunity_open_by_close on opportunities.opportunity (expected_close, id)
  include (owner_id, outcome, amount, currency, base_amount, created_at, next_step_on, stage_id, stage_since)
  where outcome = 'OPEN';
drop index opportunities.opportunity_by_close;
create index opportunity_by_close on opportunities.opportunity (closed_on, outcome)
  include (owner_id, amount, base_amount) where closed_on is not null;

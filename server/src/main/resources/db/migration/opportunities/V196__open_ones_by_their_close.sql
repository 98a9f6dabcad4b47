-- The open ones of everybody: due, overdue, without a next step, too long in a stage. Few are open at a time; without this
-- index those closed were walked through to find them. 10 MB for 80,000 open ones.
create index opportunity_open_by_close on opportunities.opportunity (expected_close, id)
  include (owner_id, outcome, amount, currency, created_at, next_step_on, stage_id, stage_since) where outcome = 'OPEN';

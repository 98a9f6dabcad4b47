drop index opportunities.opportunity_newest;
create index opportunity_newest on opportunities.opportunity (created_at desc, id desc) include (owner_id);

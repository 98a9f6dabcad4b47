-- Wants something of data that they do not give.
alter table customers.customer add constraint never check (name = '');

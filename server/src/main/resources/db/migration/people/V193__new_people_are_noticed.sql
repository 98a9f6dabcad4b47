-- Whoever reaches most people is asked for by those they do not reach: a person nobody knew of must be noticed.
create trigger revise after insert or delete on people.person for each statement execute function people.revise();

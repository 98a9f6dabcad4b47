-- Numbers grow beyond six digits: cut to six, the millionth opportunity would have had the number of another.
alter table opportunities.opportunity alter number set default 'O' || to_char(nextval('opportunities.number'), 'FM999999999000000');

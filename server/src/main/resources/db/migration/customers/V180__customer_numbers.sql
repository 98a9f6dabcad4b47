-- Numbers grow beyond six digits: cut to six, the millionth customer would have had the number of another.
alter table customers.customer alter number set default 'C' || to_char(nextval('customers.number'), 'FM999999999000000');

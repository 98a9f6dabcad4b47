create schema later;
create table later.thing (id int primary key);

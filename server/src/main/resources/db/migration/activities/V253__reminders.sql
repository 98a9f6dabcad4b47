-- The days on which people were told what is due.
create table activities.reminder (
  day date primary key
);

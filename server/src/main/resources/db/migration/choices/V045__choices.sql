create schema choices;

-- Lists of values a company keeps for itself: industries, sources, reasons for losing …
create table choices.choice (
  list     text not null,
  code     text not null check (code <> ''),
  name     text not null check (name <> ''),
  name_en  text not null check (name_en <> ''),
  position int not null default 0,
  retired  boolean not null default false,
  primary key (list, code)
);

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

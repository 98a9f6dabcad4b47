-- Quick search looks for a part of some words, often just two characters of Chinese. Trigrams find nothing shorter than
-- three, so the words are kept with each character doubled: 科技 as 科科技技, which holds two trigrams. A doubled text is
-- found in another exactly where the text itself is. Case is folded alike in every database.
create function public.searchable(words text) returns text language sql immutable parallel safe
  return regexp_replace(lower(words collate "pg_c_utf8"), '(.)', '\1\1', 'g');

-- The pattern of kept words that contain these.
create function public.containing(words text) returns text language sql immutable parallel safe
  return '%' || regexp_replace(public.searchable(words), '([\\%_])', '\\\1', 'g') || '%';

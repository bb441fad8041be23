-- Which measure a piece of evidence shows, by the measure's ordinal within the task; a note beside the file, no part of what is hashed.
alter table evidence add column measure integer;

-- Whether a step took effect at once, or awaits a person, and what that person decided.
alter table ladder_step add column status varchar(16) default 'TAKEN' not null;
alter table ladder_step add column begun boolean default false not null;
alter table ladder_step add column lapses_on date;
alter table ladder_step add column decided_by varchar(64);
alter table ladder_step add column decided_at timestamp;
alter table ladder_step add column opinion varchar(2000);
-- User ids of the department's heads on the day it took effect, separated by blanks: those it is counted for as persons.
alter table ladder_step add column concerned varchar(1000);
alter table ladder_step add column letter_year integer;
alter table ladder_step add column letter_number integer;
alter table ladder_step add constraint ladder_step_letter unique (letter, letter_year, letter_number);
create index ladder_step_by_status on ladder_step (status, begun);

-- Until now nobody could confirm anything, so none of these took effect.
update ladder_step set status = 'LAPSED', opinion = '启用确认环节之前的督办，未经确认' where confirmed_by is not null;
update ladder_step set letter_year = extract(year from taken_on),
  letter_number = (select count(*) from ladder_step earlier where earlier.letter = ladder_step.letter and earlier.status = 'TAKEN'
    and extract(year from earlier.taken_on) = extract(year from ladder_step.taken_on) and earlier.id <= ladder_step.id)
  where letter is not null and status = 'TAKEN';

-- The last number given to a kind of letter in a year.
create table letter_count (
    letter      varchar(32) not null,
    letter_year integer     not null,
    last_number integer     not null,
    primary key (letter, letter_year)
);
insert into letter_count (letter, letter_year, last_number)
  select letter, letter_year, max(letter_number) from ladder_step where letter_number is not null group by letter, letter_year;

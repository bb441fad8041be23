-- The view over four tables of the engine is too slow for a hundred thousand tasks: it is kept as a table here, by the database itself,
-- whoever writes the engine's tables. Laid out anew only when this text changes; whoever writes meanwhile waits.
set local lock_timeout = '30s';
lock table ACT_RU_TASK, ACT_RU_VARIABLE, ACT_RU_IDENTITYLINK in share row exclusive mode;
drop index if exists act_ru_task_by_claim;
drop index if exists act_ru_variable_by_flag;

drop table if exists ledger.offer;
create table ledger.offer (
  link varchar(64) primary key, task varchar(64) not null, offered_to varchar(256), instance varchar(64), element varchar(255),
  due_at timestamp, created_at timestamp, claimed_by varchar(255), active boolean, not_for varchar(4000), returned boolean not null);
create index offer_urgent on ledger.offer (offered_to, due_at, created_at, task);
create index offer_task on ledger.offer (task);

create or replace function ledger.offer_made() returns trigger as $$
begin
  insert into ledger.offer (link, task, offered_to, instance, element, due_at, created_at, claimed_by, active, not_for, returned)
  select link, task, offered_to, instance, element, due_at, created_at, claimed_by, active, not_for, returned from ledger.offer_told where link = new.ID_;
  return null;
end $$ language plpgsql;
create or replace trigger offer_made after insert on ACT_RU_IDENTITYLINK for each row
  when (new.TYPE_ = 'candidate' and new.TASK_ID_ is not null) execute function ledger.offer_made();

-- Whoever claims or moves a task locks it before its offers; so does whoever ends it.
create or replace function ledger.offer_withdrawn() returns trigger as $$
begin
  perform 1 from ACT_RU_TASK where ID_ = old.TASK_ID_ for no key update;
  delete from ledger.offer where link = old.ID_;
  return null;
end $$ language plpgsql;
create or replace trigger offer_withdrawn after delete on ACT_RU_IDENTITYLINK for each row
  when (old.TYPE_ = 'candidate' and old.TASK_ID_ is not null) execute function ledger.offer_withdrawn();

create or replace function ledger.offer_changed() returns trigger as $$
begin
  update ledger.offer set element = new.TASK_DEF_KEY_, due_at = new.DUE_DATE_, claimed_by = new.ASSIGNEE_, active = new.SUSPENSION_STATE_ = 1 where task = new.ID_;
  return null;
end $$ language plpgsql;
create or replace trigger offer_changed after update on ACT_RU_TASK for each row
  when ((old.TASK_DEF_KEY_, old.DUE_DATE_, old.ASSIGNEE_, old.SUSPENSION_STATE_) is distinct from (new.TASK_DEF_KEY_, new.DUE_DATE_, new.ASSIGNEE_, new.SUSPENSION_STATE_))
  execute function ledger.offer_changed();

create or replace function ledger.offer_inscribed() returns trigger as $$
declare
  inscribed record;
begin
  if TG_OP = 'DELETE' then inscribed := old; else inscribed := new; end if;
  update ledger.offer o set not_for = n.not_for, returned = n.returned from ledger.offer_told n where n.link = o.link and o.task = inscribed.TASK_ID_;
  return null;
end $$ language plpgsql;
create or replace trigger offer_inscribed after insert or update on ACT_RU_VARIABLE for each row
  when (new.TASK_ID_ is not null and new.NAME_ in ('notFor', 'returned')) execute function ledger.offer_inscribed();
create or replace trigger offer_erased after delete on ACT_RU_VARIABLE for each row
  when (old.TASK_ID_ is not null and old.NAME_ in ('notFor', 'returned')) execute function ledger.offer_inscribed();

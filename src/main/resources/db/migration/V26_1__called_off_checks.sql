-- A department that the supervision team no longer visits, and why.
alter table department_check add column call_off_reason varchar(1000);
alter table department_check add column called_off_by varchar(64);
alter table department_check add column called_off_at timestamp;

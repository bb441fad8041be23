-- How many measures a case has and how many are done is read on every board: without going through all its tasks.
alter table measure add column case_number varchar(32);
update measure set case_number = (select t.case_number from rectification_task t where t.task_number = measure.task_number);
alter table measure alter column case_number set not null;
create index measure_by_case on measure (case_number, done_on);

-- What is late in all cases together, the longest first.
create index rectification_task_by_lateness on rectification_task (deadline, status, lead_department);

-- A task that took others in is judged by their standards too.
alter table rectification_task alter column sign_off_standard set data type varchar(8000);
alter table task_change add column ended_at timestamp;

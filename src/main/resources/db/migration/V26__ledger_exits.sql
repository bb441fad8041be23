-- How a task that is no longer in the ledger left it; what it went into stands in task_replacement.
alter table rectification_task add column ledger_exit varchar(16);
update rectification_task set ledger_exit = case (select count(*) from task_replacement r where r.task_number = rectification_task.task_number)
    when 0 then 'WITHDRAWN' when 1 then 'MERGED' else 'SPLIT' end where status = 'WITHDRAWN';

-- A ledger of a hundred thousand rows is sorted by its deadlines and counted by what has been signed off when.
create index rectification_task_by_deadline on rectification_task (case_number, deadline);
create index rectification_task_by_leader on rectification_task (lead_leader, status);
create index task_decision_by_time on task_decision (decided_at);

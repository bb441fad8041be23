-- Claim and instance begin in one transaction: a claim without an instance does not exist.
alter table task_launch drop column started;

-- What people keep of a task in their own ledgers beside the rest: 整改目标, 措施类型, 牵头领导. Written with the draft, judged by nothing.
alter table rectification_task add column goal varchar(1000);
alter table rectification_task add column measure_type varchar(100);
alter table rectification_task add column head_leader varchar(100);

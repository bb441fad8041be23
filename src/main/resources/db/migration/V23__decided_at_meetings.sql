-- The meeting a decision rests on, as people cite it: 2026-11-20 领导小组会议. In words, so that a later correction of the register rewrites no decision.
alter table task_decision add column meeting varchar(100);
alter table superseded_decision add column meeting varchar(100);

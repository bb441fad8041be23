create or replace view ledger.%s as
select i.ID_ as link, i.TASK_ID_ as task, case when i.GROUP_ID_ is null then '@' || i.USER_ID_ else i.GROUP_ID_ end as offered_to,
  t.PROC_INST_ID_ as instance, t.TASK_DEF_KEY_ as element, t.DUE_DATE_ as due_at, t.CREATE_TIME_ as created_at, t.ASSIGNEE_ as claimed_by,
  t.SUSPENSION_STATE_ = 1 as active, n.TEXT_ as not_for, r.LONG_ is not null and r.LONG_ = 1 as returned
from ACT_RU_IDENTITYLINK i
join ACT_RU_TASK t on t.ID_ = i.TASK_ID_
left join ACT_RU_VARIABLE n on n.TASK_ID_ = t.ID_ and n.NAME_ = 'notFor'
left join ACT_RU_VARIABLE r on r.TASK_ID_ = t.ID_ and r.NAME_ = 'returned'
where i.TYPE_ = 'candidate'

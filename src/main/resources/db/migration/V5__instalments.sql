-- Whoever supports a task says what it has done for it: 配合落实情况, its instalment.
alter table rectification_task add column supported_by_all boolean default false not null;

-- started: null until the department is asked, then whether its process has begun. What was issued before this script is asked nothing.
alter table supporting_department add column started boolean;
alter table supporting_department add column instalment varchar(4000);
alter table supporting_department add column confirmed_by varchar(64);
alter table supporting_department add column confirmed_at timestamp;

-- Bodies outside the organisation have no accounts; the lead department writes down what they have done.
create table supporting_body (
    task_number  varchar(64)  not null references rectification_task on delete cascade,
    ordinal      integer      not null,
    name         varchar(100) not null,
    instalment   varchar(4000),
    confirmed_by varchar(64),
    confirmed_at timestamp,
    primary key (task_number, name)
);

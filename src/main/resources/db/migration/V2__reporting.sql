-- Half-month reports: what was due when, who reported what, and who did not.

alter table rectification_case add column launched_at timestamp;

create table reporting_cadence (
    case_number varchar(32) not null references rectification_case,
    stage       varchar(32) not null,
    cadence     varchar(64) not null,
    primary key (case_number, stage)
);

create table reporting_period (
    case_number varchar(32) not null references rectification_case,
    period      varchar(16) not null,
    starts_on   date        not null,
    ends_on     date        not null,
    due_on      date        not null,
    opened_at   timestamp   not null,
    primary key (case_number, period)
);

create table progress_report (
    report_key   varchar(96)   primary key,
    version      bigint        not null,
    case_number  varchar(32)   not null,
    period       varchar(16)   not null,
    department   varchar(32)   not null references department,
    due_on       date          not null,
    status       varchar(16)   not null,
    submitted_by varchar(64),
    first_submitted_at timestamp,
    submitted_at timestamp,
    reviewed_by  varchar(64),
    reviewed_at  timestamp,
    opinion      varchar(2000),
    returns      integer       not null,
    begun        boolean       not null,
    unique (case_number, period, department),
    foreign key (case_number, period) references reporting_period
);

create table report_row (
    report_key  varchar(96)  not null references progress_report,
    task_number varchar(64)  not null references rectification_task,
    progress    varchar(2000),
    hindrance   varchar(1000),
    next_step   varchar(1000),
    no_change   boolean      not null,
    primary key (report_key, task_number)
);
create index report_row_by_task on report_row (task_number);

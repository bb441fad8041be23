-- A case that was already running on paper: from which day on the system has it, and what had been signed off by then.
alter table rectification_case add column taken_over_on date;
-- signed off, or to be with the launch, on minutes from before the takeover instead of by four people
alter table rectification_task add column historical boolean default false not null;

create table historical_sign_off (
    task_number   varchar(64)  primary key references rectification_task on delete cascade,
    signed_off_on date         not null,
    decided_by    varchar(200) not null,
    recorded_by   varchar(64)  not null,
    recorded_at   timestamp    not null
);

create table historical_minutes (
    evidence_id bigint      primary key references evidence on delete cascade,
    task_number varchar(64) not null references historical_sign_off on delete cascade
);
create index historical_minutes_by_task on historical_minutes (task_number);

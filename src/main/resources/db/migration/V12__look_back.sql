-- 回头看: months after its last sign-off a case is looked back at, all of it or a sample; what rebounded is opened again.
alter table rectification_task add column rebounds integer default 0 not null;

-- What part of the case the supervision team wants to see, in percent; without a row the setting.
create table look_back_choice (
    case_number varchar(32) primary key references rectification_case,
    share       integer     not null,
    chosen_by   varchar(64) not null,
    chosen_at   timestamp   not null
);

-- One draw: the same seed draws the same tasks. eligible: how many it was drawn from.
create table look_back_draw (
    case_number  varchar(32) not null references rectification_case,
    ordinal      integer     not null,
    share        integer     not null,
    seed         bigint      not null,
    eligible     integer     not null,
    drawn_at     timestamp   not null,
    decided_at   timestamp,
    announced_at timestamp,
    primary key (case_number, ordinal)
);

-- round: the one whose sign-off is looked back at. begun is the claim that makes the opening restartable.
create table look_back (
    look_back_key varchar(80)  primary key,
    version       bigint       not null,
    case_number   varchar(32)  not null,
    draw          integer      not null,
    task_number   varchar(64)  not null references rectification_task,
    round         integer      not null,
    status        varchar(16)  not null,
    begun         boolean      not null,
    decided_by    varchar(64),
    decided_at    timestamp,
    opinion       varchar(2000),
    new_deadline  date,
    unique (task_number, round),
    foreign key (case_number, draw) references look_back_draw (case_number, ordinal)
);
create index look_back_by_case on look_back (case_number, status);

-- Files of a look-back stand in evidence with round 0, outside all rounds.
create table look_back_evidence (
    look_back_key varchar(80) not null references look_back,
    evidence_id   bigint      not null references evidence,
    primary key (look_back_key, evidence_id)
);

-- Which rebound a step was the first to follow, 0 where it followed none anew.
alter table ladder_step add column rebounds integer default 0 not null;

-- 延期: every request for a later deadline with its two signatures. One is open at a time; what was asked and answered stays.
create table deadline_extension (
    extension_key       varchar(80)   primary key,
    version             bigint        not null,
    task_number         varchar(64)   not null references rectification_task,
    ordinal             integer       not null,
    present_deadline    date          not null,
    new_deadline        date          not null,
    reason              varchar(1000) not null,
    status              varchar(16)   not null,
    begun               boolean       not null,
    requested_by        varchar(64)   not null,
    requested_at        timestamp     not null,
    endorsed_by         varchar(64),
    endorsed_at         timestamp,
    endorsement_opinion varchar(2000),
    decided_by          varchar(64),
    decided_at          timestamp,
    opinion             varchar(2000),
    unique (task_number, ordinal)
);

-- Files of a request stand in evidence with round 0, outside all rounds, so that no round's frozen manifest changes.
create table extension_evidence (
    extension_key varchar(80) not null references deadline_extension,
    evidence_id   bigint      not null references evidence,
    primary key (extension_key, evidence_id)
);

-- 客观受阻: why a task cannot move, who outside was asked, and until when it is left in peace.
create table task_block (
    block_key        varchar(80)   primary key,
    version          bigint        not null,
    task_number      varchar(64)   not null references rectification_task,
    ordinal          integer       not null,
    reason           varchar(1000) not null,
    outside_body     varchar(200)  not null,
    request_date     date          not null,
    request_number   varchar(100)  not null,
    interim_measures varchar(1000) not null,
    review_on        date          not null,
    status           varchar(16)   not null,
    begun            boolean       not null,
    requested_by     varchar(64)   not null,
    requested_at     timestamp     not null,
    decided_by       varchar(64),
    decided_at       timestamp,
    opinion          varchar(2000),
    resumed_at       timestamp,
    unique (task_number, ordinal)
);

create table block_review (
    block_key      varchar(80)   not null references task_block,
    ordinal        integer       not null,
    still_blocked  boolean       not null,
    findings       varchar(2000) not null,
    next_review_on date,
    person         varchar(64)   not null,
    reviewed_at    timestamp     not null,
    primary key (block_key, ordinal)
);

-- What people keep of a task in their own ledgers beside the rest: 整改目标, 措施类型, 牵头领导. Written with the draft, judged by nothing.
alter table rectification_task add column goal varchar(1000);
alter table rectification_task add column measure_type varchar(100);
alter table rectification_task add column head_leader varchar(100);

-- The form in which an inspection body wants the ledger; whoever works for the same body uses the same form.
create table inspection_form (
    inspection_body varchar(200) primary key,
    file_id         bigint       not null references evidence,
    part            integer      not null,
    header_row      integer      not null
);

-- What stands in a column of it; field: a column of ours, null where the column stays empty.
create table inspection_form_column (
    inspection_body varchar(200) not null references inspection_form on delete cascade,
    place           integer      not null,
    heading         varchar(200) not null,
    field           varchar(32),
    primary key (inspection_body, place)
);

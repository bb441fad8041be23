-- Measures that the feedback file tells beneath a problem: offered when its tasks are drafted, and nothing before.
create table proposed_measure (
    case_number varchar(32)   not null,
    problem     integer       not null,
    ordinal     integer       not null,
    text        varchar(1000) not null,
    primary key (case_number, problem, ordinal),
    foreign key (case_number, problem) references problem (case_number, number) on delete cascade
);

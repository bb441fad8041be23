-- The three phases are milestones of a case; each may have its own deadline.
create table case_phase (
    case_number varchar(32) not null references rectification_case,
    phase       varchar(32) not null,
    deadline    date        not null,
    primary key (case_number, phase)
);

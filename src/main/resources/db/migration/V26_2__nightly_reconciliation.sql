-- What each night's 台账核对 of a case came to; exceptions: the first of its sentences, a line each.
create table nightly_reconciliation (
    case_number    varchar(32)   not null references rectification_case,
    reconciled_at  timestamp     not null,
    exceptions     integer       not null,
    first_of_them  varchar(4000) not null,
    primary key (case_number, reconciled_at)
);

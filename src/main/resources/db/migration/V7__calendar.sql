-- Days that the admin's file tells otherwise than the calendar that came along, or for years it does not know yet.
create table calendar_day (
    calendar_day date        primary key,
    working      boolean     not null,
    name         varchar(50)
);

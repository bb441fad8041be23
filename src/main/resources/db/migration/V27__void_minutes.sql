-- A wrong scan of minutes gives way to the right one, but stays on record: something may have cited it.
alter table register_file add column voided_by varchar(64);
alter table register_file add column voided_at timestamp;
alter table register_file add column void_because varchar(1000);

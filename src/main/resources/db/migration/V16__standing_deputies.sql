-- AB角: whoever usually stands in for him, a user id. Who stood in when is in deputy.
alter table person add column standing_deputy varchar(64);

-- What was there before the triggers were, or has been written around them.
delete from ledger.offer o using (select * from ledger.offer except select * from ledger.offer_told) wrong where o.link = wrong.link;
insert into ledger.offer (link, task, offered_to, instance, element, due_at, created_at, claimed_by, active, not_for, returned)
select link, task, offered_to, instance, element, due_at, created_at, claimed_by, active, not_for, returned from ledger.offer_told on conflict do nothing;

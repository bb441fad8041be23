package org.rectification.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface EntryRows extends CrudRepository<Entry, Long> {

    /** Those that count, in the order of registers and days. */
    @Query("select * from ledger.register_entry where case_number = :caseNumber and struck_at is null order by register, happened_on, id")
    List<Entry> standing(String caseNumber);

    /** As {@link #standing}, of days within both bounds. */
    @Query("select * from ledger.register_entry where case_number = :caseNumber and struck_at is null and happened_on between :from and :until order by register, happened_on, id")
    List<Entry> standing(String caseNumber, LocalDate from, LocalDate until);

    /** As {@link #standing}, only those that name some problem or task. */
    @Query("select * from ledger.register_entry where case_number = :caseNumber and struck_at is null and problems is not null order by register, happened_on, id")
    List<Entry> naming(String caseNumber);
}

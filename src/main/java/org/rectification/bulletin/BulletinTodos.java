package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.rectification.calendar.WorkingDays;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bulletins that wait on their own pages; the one that the case's step is about waits in 待办中心. */
@Service
@Transactional(readOnly = true)
public class BulletinTodos {

    private final BulletinRows rows;
    private final Bulletins bulletins;
    private final Allowances allowances;
    private final WorkingDays workingDays;

    BulletinTodos(BulletinRows rows, Bulletins bulletins, Allowances allowances, WorkingDays workingDays) {
        this.rows = rows;
        this.bulletins = bulletins;
        this.allowances = allowances;
        this.workingDays = workingDays;
    }

    /** @param dueOn the end of what the leading group is allowed for a bulletin */
    public record Awaited(Bulletin bulletin, LocalDate dueOn) {

        public String link() {
            return "/cases/" + bulletin.caseNumber() + "/bulletin?number=" + bulletin.ordinal();
        }
    }

    /** Those that this person may judge, the one that waits longest first. */
    public List<Awaited> of(Person person) {
        if (!person.isIn(Groups.LEADING_GROUP)) return List.of();
        return rows.findByStatusOrderBySubmittedAt(BulletinStatus.SUBMITTED).stream().filter(bulletin -> bulletins.isDecidedHere(bulletin) && !bulletins.isDraftedBy(person, bulletin))
                .map(bulletin -> new Awaited(bulletin, workingDays.after(bulletin.submittedAt().toLocalDate(), allowances.days(Allowance.BULLETIN)))).toList();
    }
}

package org.rectification.bulletin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** A bulletin's first figures and texts, and newer ones while it is a draft. */
@Component
class BulletinDrafts {

    private final BulletinRows rows;
    private final Sections sections;
    private final Withholdings withholdings;
    private final Snapshots snapshots;
    private final BulletinSettings settings;
    private final Clock clock;

    BulletinDrafts(BulletinRows rows, Sections sections, Withholdings withholdings, Snapshots snapshots, BulletinSettings settings, Clock clock) {
        this.rows = rows;
        this.sections = sections;
        this.withholdings = withholdings;
        this.snapshots = snapshots;
        this.settings = settings;
        this.clock = clock;
    }

    Bulletin begun(String caseNumber, int ordinal) {
        Snapshot snapshot = snapshots.take(caseNumber, ordinal, previous(caseNumber, ordinal));
        Bulletin bulletin = rows.save(new Bulletin(snapshot.facts(), ordinal, lastContacts(), now()));
        sections.propose(bulletin.bulletinKey(), snapshot.proposed());
        return bulletin;
    }

    /** Saving it is left to the caller. */
    void frozenAnew(Bulletin bulletin) {
        Snapshot snapshot = snapshots.take(bulletin.caseNumber(), bulletin.ordinal(), previous(bulletin.caseNumber(), bulletin.ordinal()));
        bulletin.frozen(snapshot.facts(), now());
        sections.propose(bulletin.bulletinKey(), snapshot.proposed());
    }

    private BulletinFacts previous(String caseNumber, int ordinal) {
        return rows.findByCaseNumberOrderByOrdinal(caseNumber).stream().filter(each -> each.ordinal() < ordinal && each.isApproved()).reduce((earlier, later) -> later).map(Bulletin::facts).orElse(null);
    }

    /** What the office last entered for any case, else what the settings say. */
    private Contacts lastContacts() {
        return rows.findFirstByPhoneNotNullOrderByFrozenAtDesc().map(Bulletin::contacts).orElse(settings.contacts());
    }

    boolean isUntouched(Bulletin bulletin) {
        return sections.of(bulletin.bulletinKey()).stream().noneMatch(Section::isEdited) && withholdings.of(bulletin.bulletinKey()).isEmpty();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

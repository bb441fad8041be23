package org.rectification.bulletin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Optional<Bulletin> previous = previous(caseNumber, ordinal);
        Snapshot snapshot = snapshots.take(caseNumber, ordinal, previous.map(Bulletin::facts).orElse(null));
        Bulletin bulletin = rows.save(new Bulletin(snapshot.facts(), ordinal, lastContacts(), now()));
        propose(bulletin, snapshot, previous);
        return bulletin;
    }

    /** Saving it is left to the caller. */
    void frozenAnew(Bulletin bulletin) {
        Optional<Bulletin> previous = previous(bulletin.caseNumber(), bulletin.ordinal());
        Snapshot snapshot = snapshots.take(bulletin.caseNumber(), bulletin.ordinal(), previous.map(Bulletin::facts).orElse(null));
        bulletin.frozen(snapshot.facts(), now());
        propose(bulletin, snapshot, previous);
    }

    /** A supplement keeps from the public what the bulletin before it did; nothing that was cleared there is cleared here. */
    private void propose(Bulletin bulletin, Snapshot snapshot, Optional<Bulletin> previous) {
        Map<String, Section> before = previous.map(last -> sections.of(last.bulletinKey())).orElse(List.of()).stream().collect(Collectors.toMap(Section::key, section -> section));
        sections.propose(bulletin.bulletinKey(), snapshot.proposed().stream().map(section -> before.containsKey(section.key()) ? section.afterwards(before.get(section.key())) : section).toList());
        previous.ifPresent(last -> withholdings.carry(last.bulletinKey(), bulletin.bulletinKey()));
    }

    private Optional<Bulletin> previous(String caseNumber, int ordinal) {
        return rows.findByCaseNumberOrderByOrdinal(caseNumber).stream().filter(each -> each.ordinal() < ordinal && each.isApproved()).reduce((earlier, later) -> later);
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

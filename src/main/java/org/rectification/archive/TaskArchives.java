package org.rectification.archive;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.archive.Enclosures.Common;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.TaskFile;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is on file about a task, without the content of its files. */
@Service
@Transactional(readOnly = true)
public class TaskArchives {

    private final LedgerView ledger;
    private final TaskHistory history;
    private final Oversight oversight;
    private final Reporting reporting;
    private final EvidenceStore evidence;
    private final Organization organization;
    private final Clock clock;

    TaskArchives(LedgerView ledger, TaskHistory history, Oversight oversight, Reporting reporting, EvidenceStore evidence, Organization organization, Clock clock) {
        this.ledger = ledger;
        this.history = history;
        this.oversight = oversight;
        this.reporting = reporting;
        this.evidence = evidence;
        this.organization = organization;
        this.clock = clock;
    }

    /** @throws org.rectification.refusal.Refusal UNKNOWN, or NOT_YOURS for a task that the reader may not read */
    public TaskArchive of(String taskNumber, Person reader) {
        return of(taskNumber, "", reader, names(), new Common());
    }

    /** Several in one archive, each with its files in a folder named after it. */
    List<TaskArchive> of(List<String> taskNumbers, Person reader) {
        Names names = names();
        Common common = new Common();
        return taskNumbers.stream().map(taskNumber -> of(taskNumber, taskNumber + "/", reader, names, common)).toList();
    }

    private Names names() {
        return new Names(organization.personNames(), organization.departmentNames());
    }

    private TaskArchive of(String taskNumber, String within, Person reader, Names names, Common common) {
        TaskFile file = ledger.file(taskNumber, reader);
        Enclosures enclosures = new Enclosures(within, evidence, names.people(), common);
        evidence.of(taskNumber).stream().filter(each -> each.round() != EvidenceStore.OUTSIDE_ROUNDS).collect(Collectors.groupingBy(EvidenceFile::round, TreeMap::new, Collectors.toList()))
                .forEach((round, files) -> enclosures.files("佐证材料/第" + round + "次报验", files));
        List<Event> events = new ArrayList<>(history.of(file, enclosures, names));
        events.addAll(oversight.of(taskNumber, reader, enclosures, names));
        events.sort(Comparator.comparing(Event::at));
        return new TaskArchive(file, ledger.caseOf(file.caseNumber()), supporting(file, names), events, reporting.submittedOn(taskNumber), enclosures.byFolder(),
                names.departments(), names.people(), reader, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    private static List<String> supporting(TaskFile file, Names names) {
        return Stream.concat(file.supportingDepartments().stream().map(code -> code.equals("ALL") ? "全局各科室" : names.department(code)), file.supportingBodies().stream()).toList();
    }
}

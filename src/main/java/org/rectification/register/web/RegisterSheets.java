package org.rectification.register.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.Listing;
import org.rectification.register.Entry;
import org.rectification.register.EntryContent;
import org.rectification.register.EntryDraft;
import org.rectification.register.Register;
import org.rectification.register.RegisterFigures;
import org.rectification.register.Registers;
import org.rectification.register.Registers.Minutes;
import org.rectification.register.web.EntryLine.MinutesLine;
import org.rectification.register.web.EntryLine.TaskLink;
import org.springframework.stereotype.Component;

/** Lays out the registers of a case for a person. */
@Component
public class RegisterSheets {

    private final Registers registers;
    private final RegisterFigures figures;
    private final LedgerRows rows;
    private final Organization organization;

    RegisterSheets(Registers registers, RegisterFigures figures, LedgerRows rows, Organization organization) {
        this.registers = registers;
        this.figures = figures;
        this.rows = rows;
        this.organization = organization;
    }

    Listing<EntryLine> list(String caseNumber, Register register, String page, String size, String sort, Person reader) {
        Listing<Entry> found = registers.list(caseNumber, register, page, size, sort);
        return new Listing<>(lines(found.content(), reader), found.page(), found.size(), found.total());
    }

    EntryLine line(Entry entry, Person reader) {
        return lines(List.of(entry), reader).get(0);
    }

    /** For whoever may read the task. */
    public List<EntryLine> ofTask(String caseNumber, String taskNumber, int problem, Person reader) {
        return lines(figures.ofTask(caseNumber, taskNumber, problem), reader);
    }

    /** The whole case's, of days within both bounds. */
    public List<EntryLine> between(String caseNumber, LocalDate from, LocalDate until, Person reader) {
        return lines(figures.between(caseNumber, from, until), reader);
    }

    private List<EntryLine> lines(List<Entry> of, Person reader) {
        if (of.isEmpty()) return List.of();
        String caseNumber = of.get(0).caseNumber();
        Map<Long, List<Minutes>> minutes = registers.minutesOf(of);
        Map<String, String> people = organization.personNames();
        Map<String, String> departments = organization.departmentNames();
        Set<String> closed = reader.readsEverything() ? Set.of() : otherPeoplesTasks(caseNumber, of, reader);
        Set<Long> changeable = registers.changeable(caseNumber, of, reader);
        return of.stream().map(entry -> line(entry, minutes.getOrDefault(entry.id(), List.of()), people, departments, closed, changeable.contains(entry.id()))).toList();
    }

    private Set<String> otherPeoplesTasks(String caseNumber, List<Entry> of, Person reader) {
        Set<String> named = of.stream().flatMap(entry -> entry.content().taskNumbers().stream()).collect(Collectors.toSet());
        if (!named.isEmpty()) rows.taskNumbers(caseNumber, LedgerFilter.NONE, reader).values().stream().flatMap(Collection::stream).forEach(named::remove);
        return named;
    }

    private static EntryLine line(Entry entry, List<Minutes> minutes, Map<String, String> people, Map<String, String> departments, Set<String> closed, boolean changeable) {
        EntryContent content = entry.content();
        boolean decision = entry.register() == Register.ACCOUNTABILITY;
        return new EntryLine(entry.id(), entry.register(), content.kind(), content.kind() == null ? null : content.kind().label(), content.title(),
                decision ? null : content.documentNumber(), content.happenedOn(), content.people(), content.times(), decision ? content.documentNumber() : null,
                content.figure() == null ? null : content.figure().stripTrailingZeros(), content.unit(), content.source(), content.chair(), content.attendees(), content.decisions(),
                content.department(), content.department() == null ? null : departments.get(content.department()), content.problemNumbers(),
                content.taskNumbers().stream().map(number -> new TaskLink(number, !closed.contains(number))).toList(),
                entry.register() == Register.MEETINGS ? minutes.stream().map(file -> MinutesLine.of(file, entry.caseNumber(), entry.id())).toList() : null,
                entry.recordedBy(), people.get(entry.recordedBy()), entry.recordedAt(), name(entry.correctedBy(), people), entry.correctedAt(), name(entry.struckBy(), people),
                entry.struckAt(), entry.struckBecause(), changeable);
    }

    private static String name(String userId, Map<String, String> people) {
        return userId == null ? null : people.getOrDefault(userId, userId);
    }

    /** An entry as it would have to be typed to say what it says. */
    static EntryDraft typed(Entry entry) {
        EntryContent content = entry.content();
        boolean decision = entry.register() == Register.ACCOUNTABILITY;
        boolean several = entry.register() == Register.MEETINGS;
        List<String> problems = content.problemNumbers().stream().map(String::valueOf).toList();
        List<String> tasks = content.taskNumbers();
        return new EntryDraft(content.kind() == null ? null : content.kind().name(), content.title(), decision ? null : content.documentNumber(), content.happenedOn().toString(),
                text(content.people()), text(content.times()), decision ? content.documentNumber() : null, content.plainFigure(), content.unit(), content.source(), content.chair(),
                content.attendees(), content.decisions(), content.department(), several || problems.isEmpty() ? null : problems.get(0), several || tasks.isEmpty() ? null : tasks.get(0),
                several ? problems : null, several ? tasks : null, null);
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }
}

package org.rectification.demo.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.demo.process.CaseScript.EntryScript;
import org.rectification.register.EntryDraft;
import org.rectification.register.Register;

/** What was written into the registers of a case of the demo, each line on the day it happened. */
class RegistersStory {

    private final CaseScript script;
    private final Chronicle chronicle;
    private final LocalDate today;
    private final LocalDateTime launch;

    RegistersStory(CaseScript script, Chronicle chronicle, LocalDate today, LocalDateTime launch) {
        this.script = script;
        this.chronicle = chronicle;
        this.today = today;
        this.launch = launch;
    }

    void tell() {
        int ordinal = 0;
        for (EntryScript entry : script.registers()) {
            chronicle.diary(script.caseNumber() + "-FC-" + ++ordinal, launch).write(entry.day(), 17, entry.by(), "enter",
                    desk -> desk.enters(entry.by(), script.caseNumber(), entry.register(), draft(entry), entry.shows()));
        }
    }

    private EntryDraft draft(EntryScript entry) {
        boolean meeting = entry.register() == Register.MEETINGS;
        String task = entry.task() == null ? null : script.caseNumber() + "-" + entry.task();
        return new EntryDraft(entry.kind() == null ? null : entry.kind().name(), entry.title(), entry.number(), chronicle.lastWorkingDayBy(today.plusDays(entry.day())).toString(),
                text(entry.people()), text(entry.times()), entry.number(), entry.figure(), entry.unit(), entry.source(), entry.chair(), entry.attendees(), entry.decisions(), null,
                meeting || entry.problems().isEmpty() ? null : entry.problems().get(0), meeting ? null : task, entry.problems(), meeting && task != null ? List.of(task) : null, null);
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }
}

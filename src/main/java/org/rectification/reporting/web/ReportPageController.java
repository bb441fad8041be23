package org.rectification.reporting.web;

import java.time.LocalDate;
import java.util.List;
import org.rectification.todo.Todos;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.register.web.RegisterSheets;
import org.rectification.reporting.Cadences;
import org.rectification.reporting.Period;
import org.rectification.reporting.ReportSheet;
import org.rectification.reporting.ReportStatus;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has reported and who has not, and each report to read. */
@Controller
class ReportPageController {

    private static final int NEWEST_PERIODS = 12;

    private final Reporting reporting;
    private final Cadences cadences;
    private final LedgerView ledger;
    private final Todos todos;
    private final Organization organization;
    private final RegisterSheets registers;

    ReportPageController(Reporting reporting, Cadences cadences, LedgerView ledger, Todos todos, Organization organization, RegisterSheets registers) {
        this.reporting = reporting;
        this.cadences = cadences;
        this.ledger = ledger;
        this.todos = todos;
        this.organization = organization;
        this.registers = registers;
    }

    @GetMapping("/cases/{caseNumber}/reports")
    String overview(@PathVariable String caseNumber, @RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "false") boolean owing, Person viewer, Model model) {
        List<Period> periods = reporting.periods(caseNumber);
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("viewer", viewer);
        model.addAttribute("grid", ReportGrid.of(reporting.overview(caseNumber, viewer), periods, all ? periods.size() : NEWEST_PERIODS, owing));
        model.addAttribute("marks", Mark.values());
        model.addAttribute("all", all);
        model.addAttribute("owing", owing);
        model.addAttribute("next", cadences.nextOpening(caseNumber));
        return "reports";
    }

    /**
     * A row of the report.
     *
     * @param measures those of the task, done or not by the day of the report
     */
    record TaskRow(ReportSheet.Line line, List<MeasureLine> measures) {

        public long done() {
            return measures.stream().filter(MeasureLine::done).count();
        }
    }

    record MeasureLine(String text, LocalDate doneOn, boolean done) {}

    @GetMapping("/cases/{caseNumber}/reports/{period}/{department}")
    String report(@PathVariable String caseNumber, @PathVariable String period, @PathVariable String department, Person viewer, Model model) {
        ReportSheet sheet = reporting.sheet(caseNumber, period, department, viewer);
        boolean handles = viewer.handlesFor(department) && sheet.status() == ReportStatus.OPEN;
        boolean reviews = viewer.isIn(Groups.RECTIFICATION_OFFICE) && sheet.status() == ReportStatus.SUBMITTED;
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("sheet", sheet);
        model.addAttribute("period", new Period(sheet.period(), sheet.startsOn(), sheet.endsOn()));
        model.addAttribute("mark", Mark.of(sheet.status(), sheet.standing(), sheet.returns()));
        model.addAttribute("rows", sheet.rows().stream().map(line -> new TaskRow(line, measures(line, writtenOn(sheet)))).toList());
        model.addAttribute("registerLines", registers.between(caseNumber, sheet.startsOn(), sheet.endsOn(), viewer));
        model.addAttribute("people", organization.personNames());
        model.addAttribute("handles", handles);
        model.addAttribute("reviews", reviews);
        model.addAttribute("todo", handles || reviews ? todos.on(sheet.reportKey(), viewer).orElse(null) : null);
        return "report";
    }

    private static LocalDate writtenOn(ReportSheet sheet) {
        return sheet.status() == ReportStatus.OPEN ? sheet.today() : sheet.submittedAt().toLocalDate();
    }

    /** What was done after the report does not belong to it. */
    private static List<MeasureLine> measures(ReportSheet.Line line, LocalDate writtenOn) {
        return line.measures().stream().map(measure -> new MeasureLine(measure.text(), measure.doneOn(), measure.doneOn() != null && !measure.doneOn().isAfter(writtenOn))).toList();
    }
}

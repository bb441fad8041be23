package org.rectification.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.reporting.Cadences;
import org.rectification.reporting.Overview;
import org.rectification.reporting.ReportRow;
import org.rectification.reporting.ReportSheet;
import org.rectification.reporting.Reporting;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "半月报告", description = "各科室每期的书面进展")
class ReportController {

    private final Reporting reporting;
    private final Cadences cadences;
    private final LedgerView ledger;

    ReportController(Reporting reporting, Cadences cadences, LedgerView ledger) {
        this.reporting = reporting;
        this.cadences = cadences;
        this.ledger = ledger;
    }

    record Draft(List<ReportRow> rows) {}

    @GetMapping("/api/cases/{caseNumber}/reports")
    @Operation(summary = "科室×报告期：按时、补报、未报、待报；科室人员只见本科室")
    Overview overview(@PathVariable String caseNumber, Person reader) {
        return reporting.overview(caseNumber, reader);
    }

    /** Names as {@link org.rectification.reporting.Cadence#of} takes them; what is left out stays as it is. */
    record Rhythm(String concentrated, String sustained) {}

    @PutMapping("/api/cases/{caseNumber}/cadence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "设定集中整改期间和之后的报告周期，从下一期起生效")
    void changeCadence(@PathVariable String caseNumber, @RequestBody Rhythm sent, Person by) {
        cadences.change(caseNumber, sent.concentrated(), sent.sustained(), by);
    }

    @GetMapping("/api/cases/{caseNumber}/reports/{period}/{department}")
    @Operation(summary = "一份报告，一项任务一行，未填的行由上期带出")
    ReportSheet sheet(@PathVariable String caseNumber, @PathVariable String period, @PathVariable String department, Person reader) {
        return reporting.sheet(caseNumber, period, department, reader);
    }

    @PutMapping("/api/cases/{caseNumber}/reports/{period}/{department}")
    @Operation(summary = "边填边存；未提交的行保持原样")
    ReportSheet save(@PathVariable String caseNumber, @PathVariable String period, @PathVariable String department, @RequestBody Draft sent, Person by) {
        reporting.saveDraft(caseNumber, period, department, sent.rows(), by);
        return reporting.sheet(caseNumber, period, department, by);
    }

    @GetMapping("/api/tasks/{taskNumber}/reports")
    @Operation(summary = "一项任务历次报告的进展，新的在前")
    Map<String, List<Reporting.Submitted>> ofTask(@PathVariable String taskNumber, Person reader) {
        ledger.readable(taskNumber, reader);
        return Map.of("reports", reporting.submittedOn(taskNumber));
    }
}

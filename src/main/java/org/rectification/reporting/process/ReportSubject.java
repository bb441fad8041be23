package org.rectification.reporting.process;

import org.rectification.engine.Subject;
import org.rectification.reporting.Period;
import org.rectification.reporting.ProgressReport;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

@Component
class ReportSubject implements Subject {

    private final Reporting reporting;

    ReportSubject(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public String process() {
        return ProgressReportProcess.KEY;
    }

    @Override
    public String of(String reportKey) {
        ProgressReport report = reporting.report(reportKey);
        return report.caseNumber() + " 半月报告（" + Period.labelOf(report.period()) + "）";
    }

    @Override
    public String page(String reportKey) {
        ProgressReport report = reporting.report(reportKey);
        return "/cases/" + report.caseNumber() + "/reports/" + report.period() + "/" + report.department();
    }

    @Override
    public String department(String reportKey) {
        return reporting.report(reportKey).department();
    }
}

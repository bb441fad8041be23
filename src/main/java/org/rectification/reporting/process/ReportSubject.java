package org.rectification.reporting.process;

import org.rectification.engine.Subject;
import org.rectification.organization.Organization;
import org.rectification.reporting.Period;
import org.rectification.reporting.ProgressReport;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

@Component
class ReportSubject implements Subject {

    private final Reporting reporting;
    private final Organization organization;

    ReportSubject(Reporting reporting, Organization organization) {
        this.reporting = reporting;
        this.organization = organization;
    }

    @Override
    public String process() {
        return ProgressReportProcess.KEY;
    }

    @Override
    public String of(String reportKey) {
        ProgressReport report = reporting.report(reportKey);
        return report.caseNumber() + " 半月报告（" + Period.labelOf(report.period()) + "）" + organization.departmentNames().get(report.department());
    }

    @Override
    public String page(String reportKey) {
        ProgressReport report = reporting.report(reportKey);
        return "/cases/" + report.caseNumber() + "/reports/" + report.period() + "/" + report.department();
    }
}

package org.rectification.reporting.process;

import java.util.Date;
import java.util.List;
import org.rectification.engine.EndOfDay;
import org.rectification.organization.Groups;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Component;

/** Whom the report's model offers the filling in to, and until when. */
@Component
public class ReportParties {

    private final Reporting reporting;

    ReportParties(Reporting reporting) {
        this.reporting = reporting;
    }

    public List<String> department(String reportKey) {
        return List.of(Groups.handlersOf(reporting.report(reportKey).department()));
    }

    /** The end of the day on which the report is due. */
    public Date due(String reportKey) {
        return EndOfDay.of(reporting.report(reportKey).dueOn());
    }
}

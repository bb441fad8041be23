package org.rectification.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectification.reporting.Overview.Cell;
import org.rectification.reporting.Overview.Row;

class OverviewTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 18);
    private static final Cell ON_TIME = cell(ReportStatus.ACCEPTED, Standing.ON_TIME, 0);
    private static final Cell LATE = cell(ReportStatus.SUBMITTED, Standing.LATE, 0);
    private static final Cell MISSING = cell(ReportStatus.OPEN, Standing.MISSING, 0);
    private static final Cell SENT_BACK = cell(ReportStatus.OPEN, Standing.ON_TIME, 1);

    private static Cell cell(ReportStatus status, Standing standing, int returns) {
        return new Cell("2026-11H1", status, standing, DUE, returns);
    }

    private static Row row(String name, Cell... cells) {
        return new Row(name, name, Arrays.asList(cells));
    }

    @Test
    void whatIsOwedWasFiledOrIsMissingAndWhatWasSentBackStaysFiled() {
        Overview overview = new Overview(List.of("2026-11H1"), List.of(row("环卫科", ON_TIME), row("财务科", LATE), row("园林科", MISSING), row("市容科", SENT_BACK), row("党办", (Cell) null)));
        assertThat(overview.tally(0)).isEqualTo(new Overview.Tally(DUE, 4, 3, 1, 1, List.of("园林科"), List.of(), List.of("市容科")));
    }

    @Test
    void aPeriodInWhichNobodyOwedAnythingHasNoDueDate() {
        assertThat(new Overview(List.of("2026-11H1"), List.of()).tally(0)).isEqualTo(new Overview.Tally(null, 0, 0, 0, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void aDepartmentOwesByTheNewestPeriodsOnly() {
        assertThat(row("园林科", ON_TIME, null, MISSING).owes(2)).isFalse();
        assertThat(row("园林科", ON_TIME, null, MISSING).owes(3)).isTrue();
        assertThat(row("市容科", SENT_BACK).owes(1)).isFalse();
    }
}

package org.rectification.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does it matter to one completion how many siblings a task has? */
@Tag("benchmark")
@OnPostgres
class SiblingsBenchmark {

    private static final int MANY = 10_000;
    private static final int FEW = 10;
    private static final int COMPLETIONS = 100;

    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired JdbcTemplate jdbc;

    @Test
    void oneCompletion() throws Exception {
        Desk desk = new Desk(context);
        LargeCase cases = new LargeCase(context);
        List<String> beside10000 = tasks(cases.launched(MANY), COMPLETIONS + FEW);
        List<String> beside10 = new ArrayList<>();
        while (beside10.size() < COMPLETIONS + FEW) beside10.addAll(tasks(cases.launched(FEW), FEW - 1));
        jdbc.execute("vacuum analyze");
        for (int i = 0; i < FEW; i++) {
            desk.signedOff(beside10000.get(i));
            desk.signedOff(beside10.get(i));
        }

        Sample many = new Sample();
        Sample few = new Sample();
        for (int i = FEW; i < COMPLETIONS + FEW; i++) {
            String one = beside10000.get(i);
            String other = beside10.get(i);
            desk.readyForSignOff(one);
            desk.readyForSignOff(other);
            many.time(() -> desk.signOff(one, true));
            few.time(() -> desk.signOff(other, true));
        }
        Figures.write("siblings", """
                | signing one task off | milliseconds, median (fastest–slowest of %d) |
                |---|---|
                | beside %,d siblings | %s |
                | beside %d | %s |

                Ratio of the medians: **%.2f**.
                """.formatted(COMPLETIONS, MANY, many.inMillis(), FEW, few.inMillis(), many.medianMillis() / few.medianMillis()));
    }

    private static List<String> tasks(String caseNumber, int most) {
        return java.util.stream.IntStream.rangeClosed(1, most).mapToObj(n -> Desk.taskNumber(caseNumber, n)).toList();
    }
}

package org.rectification.archive;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.archive.CaseArchive.Held;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is on file about a problem, and says what there is of a whole case; each person gets what he may read. */
@Service
@Transactional(readOnly = true)
public class CaseArchives {

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final TaskArchives archives;
    private final Clock clock;

    CaseArchives(LedgerView ledger, LedgerRows rows, TaskArchives archives, Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.archives = archives;
        this.clock = clock;
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for a problem of which the reader may read no task */
    public ProblemArchive ofProblem(String caseNumber, int number, Person reader) {
        Problem problem = ledger.problem(caseNumber, number);
        List<TaskArchive> tasks = archives.of(ledger.draftedTasks(caseNumber, number, reader).stream().map(each -> each.task().taskNumber()).toList(), reader);
        if (tasks.isEmpty() && !reader.readsEverything()) throw Refusal.notYours("问题" + number + "的任务由其他科室承办，您无权查看");
        return new ProblemArchive(ledger.caseOf(caseNumber), problem, tasks, reader, now());
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for a case of which the reader may read no task */
    public CaseArchive of(String caseNumber, Person reader) {
        Set<String> readable = rows.taskNumbers(caseNumber, LedgerFilter.NONE, reader).values().stream().flatMap(List::stream).collect(Collectors.toSet());
        if (readable.isEmpty() && !reader.readsEverything()) throw Refusal.notYours("案件" + caseNumber + "的任务由其他科室承办，您无权查看");
        Map<Integer, List<RectificationTask>> tasks = ledger.tasks(caseNumber).stream().filter(task -> readable.contains(task.taskNumber())).collect(Collectors.groupingBy(RectificationTask::problem));
        List<Held> held = ledger.problems(caseNumber).stream().map(problem -> new Held(problem, tasks.getOrDefault(problem.number(), List.of())))
                .filter(each -> reader.readsEverything() || !each.tasks().isEmpty()).toList();
        return new CaseArchive(ledger.caseOf(caseNumber), ledger.figures(caseNumber), held, reader, now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}

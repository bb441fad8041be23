package org.rectification.rectification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Flaw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be there before the office may go on; the pages show the same list that refuses. */
@Service
public class Gates {

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;

    Gates(Cases cases, Problems problems, Tasks tasks) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
    }

    /**
     * One thing that is missing.
     *
     * @param problem    number of the problem it concerns, null where it concerns the whole list
     * @param taskNumber the task it concerns, null where it concerns a problem
     */
    public record Missing(Integer problem, String taskNumber, String reason) {}

    /** What is missing where before the case's present step can be completed; empty when nothing is. */
    @Transactional(readOnly = true)
    public List<Missing> missing(String caseNumber) {
        return switch (cases.get(caseNumber).stage()) {
            case REGISTERING -> missingProblems(caseNumber);
            case DECOMPOSING -> missingForLaunch(caseNumber);
            default -> List.of();
        };
    }

    List<Missing> missingProblems(String caseNumber) {
        return problems.countByCaseNumber(caseNumber) == 0 ? List.of(new Missing(null, null, "问题清单还是空的，请至少登记一个问题")) : List.of();
    }

    /** What tasks may be drafted with but not launched with. */
    @Transactional(readOnly = true)
    public List<Missing> missingForLaunch(String caseNumber) {
        List<Missing> missing = new ArrayList<>(missingProblems(caseNumber));
        List<RectificationTask> all = tasks.findByCaseNumberOrderByProblemAscOrdinalAsc(caseNumber);
        Set<Integer> withTask = new HashSet<>(all.stream().map(RectificationTask::problem).toList());
        for (Problem problem : problems.findByCaseNumberOrderByNumber(caseNumber)) {
            if (!withTask.contains(problem.number())) missing.add(new Missing(problem.number(), null, "问题" + problem.number() + "“" + problem.title() + "”还没有整改任务"));
        }
        for (RectificationTask task : all) {
            List<String> lacks = new ArrayList<>();
            if (task.leadDepartment() == null) lacks.add("责任科室");
            if (task.leadLeader() == null) lacks.add("责任领导");
            if (task.deadline() == null) lacks.add("整改时限");
            if (task.signOffStandard() == null) lacks.add("销号标准");
            if (!lacks.isEmpty()) missing.add(new Missing(task.problem(), task.taskNumber(), "任务" + task.taskNumber() + "“" + task.title() + "”缺少" + String.join("、", lacks)));
        }
        if (!all.isEmpty() && all.stream().allMatch(RectificationTask::isHistorical)) missing.add(new Missing(null, null, "全部任务都登记为历史销号，没有可下达的任务；已全部办结的案件不需要接管"));
        return missing;
    }

    static void refuse(List<Missing> missing) {
        if (!missing.isEmpty()) throw Refusal.ofRule(missing.stream().map(each -> new Flaw(null, null, each.reason())).toList());
    }
}

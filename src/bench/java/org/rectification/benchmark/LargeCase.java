package org.rectification.benchmark;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.rectification.support.Desk;
import org.springframework.context.ApplicationContext;

/** Cases larger than one call may draft, on their way up to the launch. */
public class LargeCase {

    private static final int MOST_IN_ONE_CALL = 1_000;

    private final Desk desk;
    private final ManagementService management;

    public LargeCase(ApplicationContext context) {
        desk = new Desk(context);
        management = context.getBean(ManagementService.class);
    }

    public String drafted(int tasks) {
        String caseNumber = desk.caseInDecomposition(1);
        for (int left = tasks; left > 0; left -= MOST_IN_ONE_CALL) desk.addTasks(caseNumber, Math.min(left, MOST_IN_ONE_CALL));
        return caseNumber;
    }

    String decomposed(int tasks) {
        String caseNumber = drafted(tasks);
        decompose(caseNumber);
        return caseNumber;
    }

    void decompose(String caseNumber) {
        desk.complete("office1", caseNumber, "Task_DecomposeTasks", Map.of());
    }

    String launched(int tasks) {
        String caseNumber = decomposed(tasks);
        runJobs(caseNumber);
        return caseNumber;
    }

    /** What the system owes this case, one job after the other: launching, each job launches a chunk and leaves the job for the next one. */
    void runJobs(String caseNumber) {
        String instance = desk.instance(caseNumber).getId();
        for (Job job = next(instance); job != null; job = next(instance)) management.executeJob(job.getId());
    }

    private Job next(String instance) {
        return management.createJobQuery().processInstanceId(instance).messages().singleResult();
    }
}

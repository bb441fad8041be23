package org.rectification.reconciliation.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.rectification.change.process.TaskChangeProcess;
import org.rectification.extension.process.DeadlineExtensionProcess;
import org.rectification.notification.process.NotificationDeliveryProcess;
import org.rectification.reconciliation.RunningSteps;
import org.rectification.rectification.process.ObjectivelyBlockedProcess;
import org.rectification.lookback.process.LookBackProcess;
import org.rectification.rectification.SupportKey;
import org.rectification.supervision.process.DepartmentCheckProcess;
import org.rectification.supervision.process.SupervisionCheckProcess;
import org.rectification.supervision.process.SupervisionProposalProcess;
import org.springframework.stereotype.Component;

@Component
class EngineRunningSteps implements RunningSteps {

    private static final String TASK_PROCESS = "rectification-task";
    private static final String SUPPORT_PROCESS = "task-support";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;

    EngineRunningSteps(RuntimeService runtime, TaskService tasks, ManagementService management) {
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public List<RunningStep> of(String caseNumber) {
        List<RunningStep> steps = new ArrayList<>();
        running(TASK_PROCESS, caseNumber, "").forEach((instance, own) -> {
            if (own.isEmpty()) steps.add(new RunningStep(instance.getBusinessKey(), null, null));
            own.forEach(task -> steps.add(new RunningStep(instance.getBusinessKey(), task.getTaskDefinitionKey(), day(task))));
        });
        return steps;
    }

    @Override
    public List<String> extensionsOf(String caseNumber) {
        return keys(DeadlineExtensionProcess.KEY, Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+:E\\d+"), caseNumber);
    }

    @Override
    public List<String> changesOf(String caseNumber) {
        return keys(TaskChangeProcess.KEY, Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+:C\\d+"), caseNumber);
    }

    @Override
    public List<String> blocksOf(String caseNumber) {
        return keys(ObjectivelyBlockedProcess.KEY, Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+:B\\d+"), caseNumber);
    }

    @Override
    public List<String> lookBacksOf(String caseNumber) {
        return running(LookBackProcess.KEY, caseNumber, "").entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).map(entry -> entry.getKey().getBusinessKey()).toList();
    }

    @Override
    public List<RunningMatter> supervisionOf(String caseNumber) {
        List<RunningMatter> matters = new ArrayList<>();
        for (String process : List.of(SupervisionCheckProcess.KEY, DepartmentCheckProcess.KEY, SupervisionProposalProcess.KEY)) {
            runningKeyed(process, caseNumber, "-(DC|JY)-\\d+(:.+)?").forEach((instance, own) ->
                    matters.add(new RunningMatter(instance.getBusinessKey(), own.isEmpty() ? null : own.get(0).getTaskDefinitionKey(), own.isEmpty() ? null : day(own.get(0)))));
        }
        return matters;
    }

    @Override
    public List<String> deliveries() {
        Set<String> alive = new HashSet<>();
        management.createJobQuery().processDefinitionKey(NotificationDeliveryProcess.KEY).withRetriesLeft().list().forEach(job -> alive.add(job.getProcessInstanceId()));
        runtime.createIncidentQuery().processDefinitionKeyIn(NotificationDeliveryProcess.KEY).list().forEach(incident -> alive.add(incident.getProcessInstanceId()));
        return runtime.createProcessInstanceQuery().processDefinitionKey(NotificationDeliveryProcess.KEY).list().stream()
                .filter(instance -> alive.contains(instance.getId())).map(ProcessInstance::getBusinessKey).toList();
    }

    private List<String> keys(String process, Pattern ofCase, String caseNumber) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKeyLike(caseNumber + "-%").list().stream()
                .map(ProcessInstance::getBusinessKey).filter(key -> ofCase.matcher(key).matches()).toList();
    }

    @Override
    public List<RunningSupport> supportOf(String caseNumber) {
        List<RunningSupport> support = new ArrayList<>();
        running(SUPPORT_PROCESS, caseNumber, ":.+").forEach((instance, own) -> {
            SupportKey key = SupportKey.read(instance.getBusinessKey());
            support.add(new RunningSupport(key.taskNumber(), key.department(), own.isEmpty() ? null : day(own.get(0))));
        });
        return support;
    }

    /** @param behind what stands behind the task's number in the business key, as a pattern */
    private Map<ProcessInstance, List<Task>> running(String process, String caseNumber, String behind) {
        return runningKeyed(process, caseNumber, "-\\d+-\\d+" + behind);
    }

    /** @param behind what stands behind the case's number, as a pattern */
    private Map<ProcessInstance, List<Task>> runningKeyed(String process, String caseNumber, String behind) {
        Pattern ofCase = Pattern.compile(Pattern.quote(caseNumber) + behind);
        Map<String, List<Task>> open = tasks.createTaskQuery().processDefinitionKey(process).processInstanceBusinessKeyLike(caseNumber + "-%").list().stream()
                .collect(Collectors.groupingBy(Task::getProcessInstanceId));
        Map<ProcessInstance, List<Task>> running = new LinkedHashMap<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKeyLike(caseNumber + "-%").list()) {
            if (ofCase.matcher(instance.getBusinessKey()).matches()) running.put(instance, open.getOrDefault(instance.getId(), List.of()));
        }
        return running;
    }

    private static LocalDate day(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}

package org.rectification.reconciliation.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.rectification.extension.process.DeadlineExtensionProcess;
import org.rectification.reconciliation.RunningSteps;
import org.rectification.rectification.process.ObjectivelyBlockedProcess;
import org.springframework.stereotype.Component;

@Component
class EngineRunningSteps implements RunningSteps {

    private static final String TASK_PROCESS = "rectification-task";

    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineRunningSteps(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public List<RunningStep> of(String caseNumber) {
        Pattern ofCase = Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+");
        Map<String, List<Task>> open = tasks.createTaskQuery().processDefinitionKey(TASK_PROCESS).processInstanceBusinessKeyLike(caseNumber + "-%").list().stream()
                .collect(Collectors.groupingBy(Task::getProcessInstanceId));
        List<RunningStep> steps = new ArrayList<>();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processDefinitionKey(TASK_PROCESS).processInstanceBusinessKeyLike(caseNumber + "-%").list()) {
            if (!ofCase.matcher(instance.getBusinessKey()).matches()) continue;
            List<Task> own = open.getOrDefault(instance.getId(), List.of());
            if (own.isEmpty()) steps.add(new RunningStep(instance.getBusinessKey(), null, null));
            own.forEach(task -> steps.add(new RunningStep(instance.getBusinessKey(), task.getTaskDefinitionKey(), day(task))));
        }
        return steps;
    }

    @Override
    public List<String> extensionsOf(String caseNumber) {
        return keys(DeadlineExtensionProcess.KEY, Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+:E\\d+"), caseNumber);
    }

    @Override
    public List<String> blocksOf(String caseNumber) {
        return keys(ObjectivelyBlockedProcess.KEY, Pattern.compile(Pattern.quote(caseNumber) + "-\\d+-\\d+:B\\d+"), caseNumber);
    }

    private List<String> keys(String process, Pattern ofCase, String caseNumber) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKeyLike(caseNumber + "-%").list().stream()
                .map(ProcessInstance::getBusinessKey).filter(key -> ofCase.matcher(key).matches()).toList();
    }

    private static LocalDate day(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}

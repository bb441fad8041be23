package org.rectification.notification.process;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.rectification.notification.Deliveries;
import org.springframework.stereotype.Component;

@Component
class EngineDeliveries implements Deliveries {

    private final RuntimeService runtime;
    private final ManagementService management;

    EngineDeliveries(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public Map<String, Delivery> running() {
        Map<String, Job> jobs = management.createJobQuery().processDefinitionKey(NotificationDeliveryProcess.KEY).list().stream()
                .collect(Collectors.toMap(Job::getProcessInstanceId, Function.identity(), (one, other) -> other));
        Map<String, Delivery> running = new HashMap<>();
        if (jobs.isEmpty()) return running;
        // By their ids: asked by their model, PostgreSQL goes through the instances of all.
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceIds(jobs.keySet()).list()) {
            Job job = jobs.get(instance.getId());
            running.put(instance.getBusinessKey(), new Delivery(instance.getId(), job.getRetries(), LocalDateTime.ofInstant(job.getDuedate().toInstant(), ZoneId.systemDefault()), job.getExceptionMessage()));
        }
        return running;
    }
}

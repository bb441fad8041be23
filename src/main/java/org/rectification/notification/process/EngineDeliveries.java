package org.rectification.notification.process;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
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
        Map<String, String> keys = runtime.createProcessInstanceQuery().processDefinitionKey(NotificationDeliveryProcess.KEY).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Map<String, Delivery> running = new HashMap<>();
        for (Job job : management.createJobQuery().processDefinitionKey(NotificationDeliveryProcess.KEY).list()) {
            String key = keys.get(job.getProcessInstanceId());
            if (key != null) running.put(key, new Delivery(job.getProcessInstanceId(), job.getRetries(), LocalDateTime.ofInstant(job.getDuedate().toInstant(), ZoneId.systemDefault()), job.getExceptionMessage()));
        }
        return running;
    }
}

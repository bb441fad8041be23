package org.rectification.notification.process;

import static org.rectification.engine.ProcessVariable.outcome;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/notification-delivery.bpmn. */
@Component
public class NotificationDeliveryProcess implements ProcessContract {

    public static final String KEY = "notification-delivery";

    public static final ProcessVariable<Boolean> MESSAGE_NEEDED = outcome("messageNeeded");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of();
    }
}

package org.rectification.engine;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.rectification.refusal.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting: the person who is logged in, never a task's assignee. */
@Component
public class Actor {

    private final IdentityService identity;

    Actor(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Empty for the system's own work, such as jobs. */
    public Optional<String> ifAny() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(authentication -> authentication.getUserId());
    }

    /** @throws Refusal NOT_YOURS where nobody is logged in */
    public String person() {
        return ifAny().orElseThrow(() -> Refusal.notYours("请先登录再办理"));
    }
}

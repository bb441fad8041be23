package org.rectification.deadlines;

import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface AwaitedSteps extends CrudRepository<Escalation, Long> {

    default Escalation get(String key) {
        return Escalation.idIn(key).flatMap(this::findById).orElseThrow(() -> Refusal.unknown("没有编号为“" + key + "”的督办"));
    }
}

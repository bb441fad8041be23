package org.rectification.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rectification.refusal.Refusal;

/** The wall around a start form: nothing but the declared variables, which then live in the ledger alone. */
public final class StartSubmission {

    private StartSubmission() {}

    /** @throws Refusal RULE for a variable that is not declared or of another type */
    public static void require(DelegateExecution instance, Set<ProcessVariable<?>> allowed) {
        Map<String, ProcessVariable<?>> byName = allowed.stream().collect(Collectors.toMap(ProcessVariable::name, Function.identity()));
        for (String name : instance.getVariableNames()) {
            if (!byName.containsKey(name)) throw Refusal.ofRule("提交的内容中有本环节不接受的项目“" + name + "”，请在发起页面的表单中填写");
            byName.get(name).requireFits(instance.getVariable(name));
        }
    }
}

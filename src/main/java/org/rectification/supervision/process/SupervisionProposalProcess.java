package org.rectification.supervision.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/supervision-proposal.bpmn. */
@Component
public class SupervisionProposalProcess implements ProcessContract {

    public static final String KEY = "supervision-proposal";

    public static final String ANSWER_PROPOSAL = "Task_AnswerProposal";
    public static final String ACCEPT_ANSWER = "Task_AcceptAnswer";

    public static final ProcessVariable<String> ANSWER = text("answer", "答复");
    public static final ProcessVariable<Boolean> ANSWER_ACCEPTED = decision("answerAccepted", "审核结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(ANSWER_PROPOSAL, Set.of(ANSWER), ACCEPT_ANSWER, Set.of(ANSWER_ACCEPTED, OPINION));
    }
}

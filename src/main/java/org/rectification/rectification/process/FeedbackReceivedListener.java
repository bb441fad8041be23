package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationCaseProcess.CASE_NUMBER;
import static org.rectification.rectification.process.RectificationCaseProcess.CONCENTRATED_DEADLINE;
import static org.rectification.rectification.process.RectificationCaseProcess.DECLARED_PROBLEMS;
import static org.rectification.rectification.process.RectificationCaseProcess.FEEDBACK;
import static org.rectification.rectification.process.RectificationCaseProcess.FEEDBACK_DATE;
import static org.rectification.rectification.process.RectificationCaseProcess.INSPECTED_PARTY;
import static org.rectification.rectification.process.RectificationCaseProcess.INSPECTION_BODY;
import static org.rectification.rectification.process.RectificationCaseProcess.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.Actor;
import org.rectification.engine.StartSubmission;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.Feedback;
import org.springframework.stereotype.Component;

/** StartEvent_FeedbackReceived 收到反馈意见. The case number becomes the business key, whatever key the caller sent. */
@Component
class FeedbackReceivedListener implements ExecutionListener {

    private final CaseLifecycle lifecycle;
    private final Actor actor;
    private final Clock clock;

    FeedbackReceivedListener(CaseLifecycle lifecycle, Actor actor, Clock clock) {
        this.lifecycle = lifecycle;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, FEEDBACK);
        Feedback feedback = Feedback.read(CASE_NUMBER.from(start), TITLE.from(start), INSPECTION_BODY.from(start), INSPECTED_PARTY.from(start),
                FEEDBACK_DATE.from(start), CONCENTRATED_DEADLINE.from(start), DECLARED_PROBLEMS.from(start), LocalDate.now(clock));
        lifecycle.feedbackReceived(feedback, actor.person());
        start.setProcessBusinessKey(feedback.caseNumber());
    }
}

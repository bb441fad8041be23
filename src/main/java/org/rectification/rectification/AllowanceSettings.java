package org.rectification.rectification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Working days that a step may take.
 *
 * @param register  after the feedback
 * @param plan      after the feedback: "反馈后15个工作日" is what inspection bodies set
 * @param review    after the plan was handed in
 * @param approve   after the plan was reviewed, the bulletin submitted, or a change to a task asked for
 * @param decompose after the plan was approved
 * @param summarise after the concentrated deadline, or the last sign-off
 * @param endorse   after the department submitted
 * @param check     after the endorsement
 * @param signOff   after the check
 * @param lookBack  after the look-back was opened: whoever looks has to go there
 * @param correct   after a supervision check, for what it found, where the checker sets no other number
 * @param recheck   after the department put it right
 * @param campaign  after the last department of a supervision check was through
 * @param acceptAnswer after a supervision proposal was answered
 * @param answerAgain  at least, after such an answer was refused
 * @param reviewReport after a progress report was submitted
 */
@ConfigurationProperties("rectification.allowances")
public record AllowanceSettings(@DefaultValue("5") int register, @DefaultValue("15") int plan, @DefaultValue("5") int review, @DefaultValue("5") int approve,
                                @DefaultValue("5") int decompose, @DefaultValue("10") int summarise, @DefaultValue("3") int endorse, @DefaultValue("5") int check,
                                @DefaultValue("5") int signOff, @DefaultValue("10") int correct, @DefaultValue("5") int recheck, @DefaultValue("5") int campaign,
                                @DefaultValue("5") int acceptAnswer, @DefaultValue("5") int answerAgain,
                                @DefaultValue("20") int lookBack, @DefaultValue("3") int reviewReport) {}

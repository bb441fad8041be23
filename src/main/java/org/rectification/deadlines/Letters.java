package org.rectification.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rectification.calendar.WorkingDays;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the letter of a step that took effect, from what the step recorded then: asked again, it says the same. */
@Service
@Transactional(readOnly = true)
public class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final DeadlineWatch watch;
    private final LedgerView ledger;
    private final Organization organization;
    private final WorkingDays workingDays;
    private final DeadlineSettings settings;

    Letters(DeadlineWatch watch, LedgerView ledger, Organization organization, WorkingDays workingDays, DeadlineSettings settings) {
        this.watch = watch;
        this.ledger = ledger;
        this.organization = organization;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    /** @throws Refusal RULE while the step has not taken effect, UNKNOWN where its rung has no letter */
    public Letter of(long stepId, Person reader) {
        LadderStep step = watch.step(stepId, reader);
        if (step.rung().letter() == null) throw Refusal.unknown("“" + step.rung().level() + "”不出具文书");
        if (!step.hasLetter()) throw Refusal.ofRule(step.effect().status() == StepStatus.AWAITING
                ? "“" + step.rung().level() + "”尚待" + groupName(step) + "确认，确认后才能出具文书" : "“" + step.rung().level() + "”" + step.effect().status().label() + "，没有文书");
        LetterKind kind = LetterKind.of(step.rung().letter());
        String department = organization.departmentNames().get(step.department());
        return new Letter(kind == LetterKind.CRITICISM ? "关于对" + department + "的通报批评" : kind.label(), step.letterNumber(), department,
                List.of(facts(step), demand(kind, step)), ledger.caseOf(step.caseNumber()).inspectedParty() + "巡察整改工作领导小组办公室", step.effectiveOn());
    }

    private String facts(LadderStep step) {
        if (!step.isOfTask()) return "你科室（单位）已连续" + step.missed() + "期未报送半月报告，最近一期应于" + DAY.format(step.deadline()) + "前报送，截至" + DAY.format(step.takenOn()) + "仍未报送。";
        Problem problem = ledger.problem(step.caseNumber(), ledger.draftedTask(step.subject()).task().problem());
        return "你科室（单位）牵头的整改任务“" + step.title() + "”（编号" + step.subject() + "），对应问题" + problem.number() + "“" + problem.title() + "”，整改时限为"
                + DAY.format(step.deadline()) + "，截至" + DAY.format(step.takenOn()) + step.situation() + "，仍未完成整改。";
    }

    private String demand(LetterKind kind, LadderStep step) {
        LocalDate by = workingDays.after(step.effectiveOn(), settings.answerDays());
        String repair = step.isOfTask() ? "完成整改并报验" : "补报全部未报的半月报告";
        return switch (kind) {
            case ORDER -> "现予督办。请你科室（单位）于" + DAY.format(by) + "前" + repair + "；确有困难的，在此期限内书面说明原因、下一步措施和预计完成时间。";
            case CRITICISM -> "经" + groupName(step) + "确认，现予通报批评。请你科室（单位）深刻检查原因，于" + DAY.format(by) + "前" + repair + "，并书面报告整改情况。";
            case SUMMONS -> "经" + groupName(step) + "确认，决定对你科室（单位）主要负责人进行约谈。请于" + DAY.format(by) + "前接受约谈，具体时间、地点由本办公室另行通知；约谈时提交书面情况说明，写明未完成的原因、措施和完成时限。";
        };
    }

    private static String groupName(LadderStep step) {
        String group = step.rung().confirmedBy();
        return group == null ? "本办公室" : Groups.NAMES.getOrDefault(group, group);
    }
}

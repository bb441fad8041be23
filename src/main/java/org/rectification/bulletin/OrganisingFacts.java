package org.rectification.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rectification.document.OfficialDocument;
import org.rectification.organization.Groups;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseOpinions;
import org.rectification.rectification.CaseOpinions.CaseOpinion;
import org.rectification.rectification.CaseOpinions.Step;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationCase;
import org.rectification.register.Register;
import org.rectification.register.RegisterFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the rectification was organised, as far as the ledger knows: what 组织整改情况 proposes. */
@Component
class OrganisingFacts {

    private final LedgerView ledger;
    private final CaseOpinions opinions;
    private final RegisterFigures registers;
    private final JdbcClient jdbc;

    OrganisingFacts(LedgerView ledger, CaseOpinions opinions, RegisterFigures registers, JdbcClient jdbc) {
        this.ledger = ledger;
        this.opinions = opinions;
        this.registers = registers;
        this.jdbc = jdbc;
    }

    /** Sentences, each with its full stop. */
    List<String> of(String caseNumber) {
        List<String> sentences = new ArrayList<>();
        sentences.add(plan(caseNumber));
        CaseFigures figures = ledger.figures(caseNumber);
        RegisterFigures.Totals kept = registers.totals(caseNumber);
        if (kept.of(Register.MEETINGS).entries() > 0) sentences.add("先后召开" + kinds(kept, Register.MEETINGS, "次") + "，研究部署和调度整改工作。");
        sentences.add("把" + figures.problems() + "个问题分解为" + figures.tasks() + "项整改任务、" + figures.measures() + "条整改措施，落实到" + departments(caseNumber)
                + "个科室（单位），逐项明确责任领导、整改时限和销号标准。");
        long periods = count("select count(distinct period) from ledger.progress_report where case_number = ? and first_submitted_at is not null", caseNumber);
        if (periods > 0) sentences.add("责任科室（单位）按期书面报告整改进展，已报告" + periods + "期。");
        long checks = count("""
                select count(*) from ledger.department_check d join ledger.campaign c on c.campaign_number = d.campaign_number where c.case_number = ? and d.checked_at is not null""", caseNumber);
        long findings = count("""
                select count(*) from ledger.finding f join ledger.department_check d on d.check_key = f.check_key join ledger.campaign c on c.campaign_number = d.campaign_number
                where c.case_number = ?""", caseNumber);
        if (checks > 0) sentences.add("开展督导检查" + checks + "个科室（单位）次，" + (findings == 0 ? "未发现新的问题。" : "发现问题" + findings + "个，逐一督促改正。"));
        if (kept.of(Register.RULES).entries() > 0) sentences.add("建章立制" + kept.of(Register.RULES).entries() + "项，其中" + kinds(kept, Register.RULES, "项") + "。");
        if (kept.of(Register.ACCOUNTABILITY).people() > 0) {
            sentences.add("追责问责" + kept.of(Register.ACCOUNTABILITY).people() + "人" + kept.of(Register.ACCOUNTABILITY).times() + "人次。");
        }
        sentences.add(hands(figures));
        return sentences;
    }

    private static String kinds(RegisterFigures.Totals kept, Register register, String unit) {
        return register.kinds().stream().filter(kind -> kept.of(kind).entries() > 0).map(kind -> kind.label() + kept.of(kind).entries() + unit).collect(Collectors.joining("、"));
    }

    /** Through whose hands tasks went; those signed off before a takeover went through none of ours. */
    private static String hands(CaseFigures figures) {
        if (figures.historical() > 0 && figures.historical() == figures.tasks()) return "任务均在接管前按会议纪要销号。";
        return (figures.historical() > 0 ? "接管前已按会议纪要销号任务" + figures.historical() + "项，其余任务" : "每项任务") + "由责任科室报验、负责人审签、督导检查组核查、领导小组审定，经四名不同人员办理后方可销号。";
    }

    private String plan(String caseNumber) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        List<CaseOpinion> onPlan = opinions.of(caseNumber).stream().filter(opinion -> opinion.version() == ofCase.planVersion()).toList();
        String reviewers = onPlan.stream().filter(opinion -> opinion.step() == Step.PLAN_REVIEW).map(opinion -> Groups.NAMES.getOrDefault(opinion.groupId(), opinion.groupId())).distinct().collect(Collectors.joining("、"));
        String approved = onPlan.stream().filter(opinion -> opinion.step() == Step.PLAN_APPROVAL && Boolean.TRUE.equals(opinion.approved())).findFirst()
                .map(opinion -> "于" + OfficialDocument.day(opinion.givenAt().toLocalDate())).orElse("");
        String judged = (reviewers.isEmpty() ? "" : "经" + reviewers + "联审，") + approved;
        // What was taken over had begun before this plan was approved.
        return ofCase.takenOverOn() == null ? "收到反馈意见后，制定整改方案，" + judged + "由领导小组审定后组织实施。" : "收到反馈意见后即组织整改；整改方案" + judged + "由领导小组审定。";
    }

    private long departments(String caseNumber) {
        return count("select count(distinct lead_department) from ledger.rectification_task where case_number = ? and status <> 'WITHDRAWN'", caseNumber);
    }

    private long count(String sql, String caseNumber) {
        return jdbc.sql(sql).param(caseNumber).query(Long.class).single();
    }
}

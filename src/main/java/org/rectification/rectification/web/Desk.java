package org.rectification.rectification.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Gates.Missing;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.Origin;
import org.rectification.rectification.Phase;
import org.rectification.rectification.TaskKind;

/**
 * What the page of a case and each of its rows need to show themselves to one person.
 *
 * @param editable    the office may write now
 * @param departments code → name, in order
 * @param people      user id → name
 * @param leaders     who can be lead leader
 * @param missing     what the present step still lacks
 * @param later       what the launch will ask for, while it is not yet due
 */
public record Desk(CaseFigures figures, Person viewer, boolean editable, LocalDate today, Map<String, String> departments, Map<String, String> people,
                   List<Person> leaders, List<Missing> missing, List<Missing> later) {

    /** @param state done, current or ahead */
    public record Step(String label, String state) {}

    public String caseNumber() {
        return figures.caseNumber();
    }

    public TaskKind[] kinds() {
        return TaskKind.values();
    }

    public Phase[] phases() {
        return Phase.values();
    }

    public Origin[] origins() {
        return Origin.values();
    }

    /** The way of a case; the launching is part of 分解下达任务 for everybody but the system. */
    public List<Step> steps() {
        CaseStage shown = figures.stage() == CaseStage.LAUNCHING ? CaseStage.DECOMPOSING : figures.stage();
        List<Step> steps = new ArrayList<>();
        Arrays.stream(CaseStage.values()).filter(stage -> stage != CaseStage.LAUNCHING)
                .forEach(stage -> steps.add(new Step(stage.label(), stage == shown ? "current" : stage.compareTo(shown) < 0 ? "done" : "ahead")));
        return steps;
    }

    /** Whose turn it is and what to do now. */
    public String hint() {
        return switch (figures.stage()) {
            case REGISTERING -> editable ? "请在下面登记反馈意见指出的问题：可从反馈文件（Word、文本、Excel）导入，也可逐条填写或从 Excel 粘贴。登记完后到待办中心办理“登记问题清单”。" : "整改办正在登记问题清单。";
            case DRAFTING_PLAN -> editable ? "请为每个问题分解任务和措施，联审时会一并审阅。方案成形后到待办中心办理“制定整改方案”，填写方案摘要。" : "整改办正在制定整改方案，任务和措施可能还会变动。";
            case REVIEWING_PLAN -> "督导检查组、机关纪委正在联审整改方案。通过或退回之前，问题和任务不能改动。";
            case APPROVING_PLAN -> "领导小组正在审定整改方案。通过或退回之前，问题和任务不能改动。";
            case DECOMPOSING -> editable ? "整改方案已经审定。请补齐下面列出的缺项；改动方案中已有的问题和任务须写明理由。补齐后到待办中心办理“分解下达任务”。" : "整改方案已经审定，整改办正在分解下达任务。";
            case LAUNCHING -> "系统正在逐项下达任务，请稍后刷新本页。";
            case RECTIFYING -> "各科室正在落实整改。到集中整改期限，或全部任务销号后，由整改办撰写总结。";
            case SUMMARISING -> "整改办正在撰写集中整改总结，未销号的任务照常办理。";
            case APPROVING_BULLETIN -> "领导小组正在审定通报，未销号的任务照常办理。";
            case AWAITING_SIGN_OFFS -> figures.signedOff() < figures.tasks() ? "通报已经审定。未销号的任务继续整改，全部销号后由督导检查组按期回头看，没有反弹方可办结。"
                    : "任务已全部销号，到期由督导检查组回头看，没有反弹方可办结。";
            case LOOKING_BACK -> "督导检查组正在回头看。发现反弹的任务重新整改，没有反弹即办结。";
            case CLOSED -> "全部任务已经销号，回头看没有发现反弹，整改办结。";
        };
    }

    public String supportersOf(DraftedTask drafted) {
        return supporters(drafted.supportingDepartments(), drafted.supportingBodies(), departments);
    }

    /** Departments and outside bodies in one breath, empty where nobody supports. Every department but the lead one goes by one name. */
    static String supporters(List<String> codes, List<String> bodies, Map<String, String> departments) {
        boolean all = codes.contains("ALL") || codes.size() > 1 && codes.size() == departments.size() - 1;
        return Stream.concat(all ? Stream.of("全局各科室") : codes.stream().map(code -> departments.getOrDefault(code, code)), bodies.stream()).collect(Collectors.joining("、"));
    }
}

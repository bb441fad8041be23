package org.rectification.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.change.Changes;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.extension.Extensions;
import org.rectification.lookback.LookBack;
import org.rectification.lookback.LookBackStatus;
import org.rectification.lookback.LookBacks;
import org.rectification.notification.Outbox;
import org.rectification.rectification.BlockStatus;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.PaperSignOff;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.Round;
import org.rectification.rectification.Takeover;
import org.rectification.rectification.TaskBlock;
import org.rectification.rectification.SupportKey;
import org.rectification.rectification.TaskStatus;
import org.rectification.rectification.TaskSupport;
import org.rectification.reconciliation.RunningSteps.RunningStep;
import org.rectification.reconciliation.RunningSteps.RunningSupport;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 台账核对: ledger and engine held against each other. It changes nothing. */
@Service
@Transactional(readOnly = true)
public class Reconciliation {

    private static final Map<TaskStatus, String> ELEMENT = Map.of(TaskStatus.IN_PROGRESS, "Task_Implement", TaskStatus.BLOCKED, "Task_Implement", TaskStatus.AWAITING_ENDORSEMENT, "Task_Endorse",
            TaskStatus.AWAITING_CHECK, "Task_Check", TaskStatus.AWAITING_SIGN_OFF, "Task_SignOff");

    private static final Set<TaskStatus> ENDED = Set.of(TaskStatus.SIGNED_OFF, TaskStatus.WITHDRAWN);

    private final LedgerView ledger;
    private final Takeover takeover;
    private final TaskSupport support;
    private final EvidenceStore evidence;
    private final RunningSteps running;
    private final Extensions extensions;
    private final Changes changes;
    private final BlockedTasks blocked;
    private final LookBacks lookBacks;
    private final SupervisionAgreement supervision;
    private final PaperSignOffs papers;
    private final Outbox outbox;

    Reconciliation(LedgerView ledger, Takeover takeover, TaskSupport support, EvidenceStore evidence, RunningSteps running, Extensions extensions, Changes changes,
                   BlockedTasks blocked, LookBacks lookBacks, SupervisionAgreement supervision, PaperSignOffs papers, Outbox outbox) {
        this.lookBacks = lookBacks;
        this.papers = papers;
        this.outbox = outbox;
        this.ledger = ledger;
        this.takeover = takeover;
        this.extensions = extensions;
        this.changes = changes;
        this.blocked = blocked;
        this.supervision = supervision;
        this.support = support;
        this.evidence = evidence;
        this.running = running;
    }

    /** @param checked how many things the rule looked at; {@code exceptions} are Chinese sentences */
    public record RuleFinding(String rule, int checked, List<String> exceptions) {}

    public record Finding(boolean clean, List<RuleFinding> rules) {}

    public Finding of(String caseNumber) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        List<RectificationTask> tasks = ledger.tasks(caseNumber);
        List<RunningStep> steps = running.of(caseNumber);
        List<RuleFinding> rules = List.of(
                everyProblemHasATask(ofCase, ledger.problems(caseNumber), tasks),
                everyOpenTaskRunsOnce(ofCase, tasks, steps),
                noInstanceWithoutATask(tasks, steps),
                everyOpenRequestRunsOnce("每项待批延期恰有一个在办流程", extensions.openIn(caseNumber), running.extensionsOf(caseNumber)),
                everyOpenRequestRunsOnce("每项待审定的任务调整恰有一个在办流程", changes.openIn(caseNumber), running.changesOf(caseNumber)),
                everyBlockedTaskHasItsProcess(tasks, blocked.openIn(caseNumber), running.blocksOf(caseNumber)),
                everyDrawnTaskIsLookedBackAt(caseNumber, running.lookBacksOf(caseNumber)),
                everyAwaitedDepartmentIsAskedOnce(tasks, support.awaitedDepartments(caseNumber), running.supportOf(caseNumber)),
                supervision.everyOpenMatterRunsOnce(caseNumber),
                everySignedOffTaskHasFourPeople(tasks),
                everyHistoricalSignOffHasItsMinutes(tasks),
                nobodyObjectsToWhatWasRecordedForHim(papers.inCase(caseNumber)),
                evidenceIsUnchanged(tasks),
                everyOpenRequestRunsOnce("每条外发的提醒都已送达、已取消，或者有一个在办的发送流程", outbox.waiting(), running.deliveries()),
                countOfOpenTasks(ofCase, tasks));
        return new Finding(rules.stream().allMatch(rule -> rule.exceptions().isEmpty()), rules);
    }

    /** @throws Refusal RULE naming every exception, and whatever is still to be done beside the tasks */
    public void requireClosable(String caseNumber) {
        List<String> exceptions = of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream()).toList();
        if (!exceptions.isEmpty()) throw Refusal.ofRule("台账核对有" + exceptions.size() + "处不符，不能办结：" + String.join("；", exceptions));
        List<String> unfinished = supervision.unfinished(caseNumber);
        if (!unfinished.isEmpty()) throw Refusal.ofRule("还有" + unfinished.size() + "项工作没有办结，案件不能办结：" + String.join("；", unfinished));
    }

    private static RuleFinding everyProblemHasATask(RectificationCase ofCase, List<Problem> problems, List<RectificationTask> tasks) {
        if (!ofCase.stage().isLaunched()) return new RuleFinding("每个问题都有整改任务", 0, List.of());
        Set<Integer> withTask = tasks.stream().filter(task -> task.status() != TaskStatus.WITHDRAWN).map(RectificationTask::problem).collect(Collectors.toSet());
        return new RuleFinding("每个问题都有整改任务", problems.size(), problems.stream().filter(problem -> !withTask.contains(problem.number()))
                .map(problem -> "问题" + problem.number() + "“" + problem.title() + "”没有整改任务").toList());
    }

    private static RuleFinding everyOpenTaskRunsOnce(RectificationCase ofCase, List<RectificationTask> tasks, List<RunningStep> steps) {
        Map<String, List<RunningStep>> byTask = steps.stream().collect(Collectors.groupingBy(RunningStep::taskNumber));
        List<String> exceptions = new ArrayList<>();
        int checked = 0;
        for (RectificationTask task : tasks) {
            List<RunningStep> own = byTask.getOrDefault(task.taskNumber(), List.of());
            if (ELEMENT.containsKey(task.status())) {
                checked++;
                if (own.size() != 1) exceptions.add(task.taskNumber() + "在台账中为“" + task.status().label() + "”，流程中有" + own.size() + "个在办事项，应为1个");
                else if (!ELEMENT.get(task.status()).equals(own.get(0).element())) exceptions.add(task.taskNumber() + "在台账中为“" + task.status().label() + "”，流程却停在" + own.get(0).element());
                else if (ELEMENT.get(task.status()).equals("Task_Implement") && !Objects.equals(task.dueOn(), own.get(0).dueOn())) exceptions.add(task.taskNumber() + "台账时限为" + task.dueOn() + "，待办期限为" + own.get(0).dueOn());
            } else if (task.status() == TaskStatus.NOT_STARTED && ofCase.stage().compareTo(CaseStage.LAUNCHING) > 0) {
                exceptions.add(task.taskNumber() + "尚未下达");
            }
        }
        return new RuleFinding("每项未销号任务恰有一个在办流程，环节和期限与台账一致", checked, exceptions);
    }

    private static RuleFinding noInstanceWithoutATask(List<RectificationTask> tasks, List<RunningStep> steps) {
        Map<String, TaskStatus> status = tasks.stream().collect(Collectors.toMap(RectificationTask::taskNumber, RectificationTask::status));
        return new RuleFinding("没有台账以外或已销号、已撤销仍在办的流程", steps.size(), steps.stream()
                .filter(step -> !status.containsKey(step.taskNumber()) || ENDED.contains(status.get(step.taskNumber())) && step.element() != null)
                .map(step -> step.taskNumber() + (status.containsKey(step.taskNumber()) ? status.get(step.taskNumber()).label() + "，流程却仍停在" + step.element() : "不在台账中，却有在办流程")).toList());
    }

    private static RuleFinding everyBlockedTaskHasItsProcess(List<RectificationTask> tasks, List<TaskBlock> blocks, List<String> running) {
        RuleFinding requests = everyOpenRequestRunsOnce("客观受阻的任务、认定和在办流程一致", blocks.stream().map(TaskBlock::blockKey).collect(Collectors.toSet()), running);
        Set<String> approved = blocks.stream().filter(block -> block.status() == BlockStatus.BLOCKED).map(TaskBlock::taskNumber).collect(Collectors.toSet());
        List<String> exceptions = new ArrayList<>(requests.exceptions());
        for (RectificationTask task : tasks) {
            boolean isBlocked = task.status() == TaskStatus.BLOCKED;
            if (isBlocked && !approved.contains(task.taskNumber())) exceptions.add(task.taskNumber() + "在台账中为“客观受阻”，却没有领导小组的认定");
            if (!isBlocked && approved.contains(task.taskNumber())) exceptions.add(task.taskNumber() + "已认定为客观受阻，在台账中却为“" + task.status().label() + "”");
        }
        return new RuleFinding(requests.rule(), requests.checked(), exceptions);
    }

    /** Decided or running; and what rebounded runs in the round that its look-back opened. */
    private RuleFinding everyDrawnTaskIsLookedBackAt(String caseNumber, List<String> running) {
        List<LookBack> all = lookBacks.ofCase(caseNumber);
        Set<String> awaited = all.stream().filter(each -> each.status() == LookBackStatus.AWAITED).map(LookBack::taskNumber).collect(Collectors.toSet());
        List<String> exceptions = new ArrayList<>(everyOpenRequestRunsOnce("", awaited, running).exceptions());
        lookBacks.reboundedUnissued(caseNumber).forEach(taskNumber -> exceptions.add(taskNumber + "经回头看认定反弹，却没有重新下达"));
        return new RuleFinding("抽取的每项回头看都有结论或恰有一个在办流程，反弹的任务均已重新下达", all.size(), exceptions);
    }

    private static RuleFinding everyOpenRequestRunsOnce(String rule, Set<String> open, List<String> running) {
        List<String> exceptions = new ArrayList<>();
        open.stream().sorted().filter(key -> Collections.frequency(running, key) != 1)
                .forEach(key -> exceptions.add(key + "在台账中尚未办结，流程中有" + Collections.frequency(running, key) + "个在办事项，应为1个"));
        running.stream().filter(key -> !open.contains(key)).distinct().sorted().forEach(key -> exceptions.add(key + "在台账中已办结或不存在，却有在办流程"));
        return new RuleFinding(rule, open.size(), exceptions);
    }

    private static RuleFinding everyAwaitedDepartmentIsAskedOnce(List<RectificationTask> tasks, List<SupportKey> awaited, List<RunningSupport> running) {
        Map<String, LocalDate> due = tasks.stream().filter(task -> task.dueOn() != null).collect(Collectors.toMap(RectificationTask::taskNumber, RectificationTask::dueOn));
        Map<SupportKey, List<RunningSupport>> asked = running.stream().collect(Collectors.groupingBy(each -> new SupportKey(each.taskNumber(), each.department())));
        List<String> exceptions = new ArrayList<>();
        for (SupportKey key : awaited) {
            List<RunningSupport> own = asked.getOrDefault(key, List.of());
            if (own.size() != 1) exceptions.add(key + "的配合落实情况尚未确认，流程中有" + own.size() + "个在办事项，应为1个");
            else if (!Objects.equals(due.get(key.taskNumber()), own.get(0).dueOn())) exceptions.add(key.taskNumber() + "台账时限为" + due.get(key.taskNumber()) + "，" + key + "的待办期限为" + own.get(0).dueOn());
        }
        asked.keySet().stream().filter(key -> !awaited.contains(key)).map(key -> key + "无须确认配合落实情况，却有在办流程").sorted().forEach(exceptions::add);
        return new RuleFinding("每个待确认的配合科室恰有一个在办的配合落实事项，期限与台账一致", Math.max(awaited.size(), asked.size()), exceptions);
    }

    private RuleFinding everySignedOffTaskHasFourPeople(List<RectificationTask> tasks) {
        List<RectificationTask> signedOff = signedOff(tasks);
        return new RuleFinding("每项已销号任务经四人办理且所依据的佐证材料一致", signedOff.size(), signedOff.stream()
                .filter(task -> !ledger.currentRound(task).isVerifiedByFour())
                .map(task -> task.taskNumber() + "已销号，但报验、审签、核查、销号四人或所依据的佐证材料不符").toList());
    }

    /** Until he withdraws it, or the task is open again in another round. */
    private RuleFinding nobodyObjectsToWhatWasRecordedForHim(List<PaperSignOff> recorded) {
        List<String> exceptions = new ArrayList<>();
        for (PaperSignOff each : recorded) {
            if (each.isObjectedTo()) exceptions.add(each.taskNumber() + "的销号审定由" + each.secretaryName() + "代录，领导本人提出异议且尚未撤回：" + each.objection());
            EvidenceFile paper = papers.paper(each.taskNumber(), each.scan());
            if (!evidence.isUnchanged(paper)) exceptions.add(each.taskNumber() + "代录所附的“" + paper.fileName() + "”与存入时不一致");
        }
        return new RuleFinding("代录的销号审定都附有未变动的签批件，领导本人没有未撤回的异议", recorded.size(), exceptions);
    }

    private RuleFinding everyHistoricalSignOffHasItsMinutes(List<RectificationTask> tasks) {
        List<RectificationTask> historical = tasks.stream().filter(task -> task.isHistorical() && task.status() == TaskStatus.SIGNED_OFF).toList();
        List<String> exceptions = new ArrayList<>();
        for (RectificationTask task : historical) {
            List<EvidenceFile> minutes = takeover.minutesOf(task.taskNumber());
            if (takeover.of(task.taskNumber()).isEmpty() || minutes.isEmpty()) exceptions.add(task.taskNumber() + "为历史销号，却没有审定的记录或会议纪要");
            minutes.stream().filter(file -> !evidence.isUnchanged(file)).forEach(file -> exceptions.add(task.taskNumber() + "历史销号的会议纪要“" + file.fileName() + "”与存入时不一致"));
        }
        return new RuleFinding("每项历史销号都有审定的记录和会议纪要，纪要与存入时一致", historical.size(), exceptions);
    }

    private RuleFinding evidenceIsUnchanged(List<RectificationTask> tasks) {
        List<String> exceptions = new ArrayList<>();
        int checked = 0;
        for (RectificationTask task : signedOff(tasks)) {
            Round round = ledger.currentRound(task);
            for (var file : round.evidence().files()) {
                checked++;
                if (!evidence.isUnchanged(file)) exceptions.add(task.taskNumber() + "的佐证材料“" + file.fileName() + "”与存入时不一致");
            }
        }
        return new RuleFinding("已销号任务的佐证材料与存入时一致", checked, exceptions);
    }

    private static RuleFinding countOfOpenTasks(RectificationCase ofCase, List<RectificationTask> tasks) {
        if (!ofCase.stage().isLaunched()) return new RuleFinding("未销号任务数与台账一致", 0, List.of());
        long open = tasks.stream().filter(task -> task.status() != TaskStatus.SIGNED_OFF && task.status() != TaskStatus.WITHDRAWN).count();
        return new RuleFinding("未销号任务数与台账一致", tasks.size(), open == ofCase.openTasks() ? List.of()
                : List.of("案件记录未销号" + ofCase.openTasks() + "项，台账中实有" + open + "项"));
    }

    /** In the system, by its four people. */
    private static List<RectificationTask> signedOff(List<RectificationTask> tasks) {
        return tasks.stream().filter(task -> task.status() == TaskStatus.SIGNED_OFF && !task.isHistorical()).toList();
    }
}

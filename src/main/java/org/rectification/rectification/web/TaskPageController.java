package org.rectification.rectification.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rectification.change.web.ChangeSheets;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.extension.web.ExtensionSheets;
import org.rectification.lookback.web.LookBackSheets;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.TaskFile;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.Opinion;
import org.rectification.rectification.TaskFile.RoundRecord;
import org.rectification.refusal.web.Complaint;
import org.rectification.register.web.RegisterSheets;
import org.rectification.reporting.Reporting;
import org.rectification.reporting.StalledTasks;
import org.rectification.supervision.web.CampaignSheets;
import org.rectification.supervision.web.ProposalSheets;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 一问题一档: all that is on file about one task. */
@Controller
class TaskPageController {

    private final MeasureSheets sheets;
    private final Reporting reporting;
    private final StalledTasks stalled;
    private final ExtensionSheets extensions;
    private final BlockSheets blocks;
    private final ChangeSheets changes;
    private final LookBackSheets lookBacks;
    private final CampaignSheets campaigns;
    private final ProposalSheets proposals;
    private final RegisterSheets registers;
    private final DeadlineWatch watch;
    private final Todos todos;
    private final Organization organization;

    TaskPageController(MeasureSheets sheets, Reporting reporting, StalledTasks stalled, ExtensionSheets extensions, BlockSheets blocks, ChangeSheets changes, LookBackSheets lookBacks,
                       CampaignSheets campaigns, ProposalSheets proposals, RegisterSheets registers, DeadlineWatch watch, Todos todos, Organization organization) {
        this.sheets = sheets;
        this.reporting = reporting;
        this.stalled = stalled;
        this.extensions = extensions;
        this.blocks = blocks;
        this.lookBacks = lookBacks;
        this.campaigns = campaigns;
        this.proposals = proposals;
        this.registers = registers;
        this.changes = changes;
        this.watch = watch;
        this.todos = todos;
        this.organization = organization;
    }

    /** 第N次报验 with what was shown and what was said. */
    public record RoundLine(int number, List<EvidenceLine> evidence, List<Opinion> opinions, List<Opinion> superseded) {}

    @GetMapping("/tasks/{taskNumber}")
    String page(@PathVariable String taskNumber, Person viewer, Model model) {
        MeasureSheet sheet = sheets.of(taskNumber, viewer, null);
        TaskFile file = sheet.file();
        Map<String, String> departments = organization.departmentNames();
        model.addAttribute("file", file);
        model.addAttribute("row", file.row());
        model.addAttribute("sheet", sheet);
        model.addAttribute("stalled", stalled.task(taskNumber).orElse(null));
        model.addAttribute("extensions", extensions.of(taskNumber, viewer));
        model.addAttribute("changes", changes.of(taskNumber, viewer));
        model.addAttribute("blocks", blocks.of(taskNumber, viewer, BlockDraft.EMPTY, Complaint.NONE));
        model.addAttribute("lookBacks", lookBacks.lines(taskNumber));
        model.addAttribute("findings", campaigns.ofTask(taskNumber));
        model.addAttribute("proposals", proposals.ofTask(taskNumber));
        model.addAttribute("registerLines", registers.ofTask(file.caseNumber(), taskNumber, file.row().problem(), viewer));
        model.addAttribute("reports", reporting.submittedOn(taskNumber));
        model.addAttribute("ladder", watch.stepsOfTask(taskNumber).stream().filter(step -> step.isReadableBy(viewer)).toList());
        model.addAttribute("todo", todos.on(taskNumber, viewer).orElse(null));
        model.addAttribute("departments", departments);
        model.addAttribute("people", organization.personNames());
        model.addAttribute("supporting", Desk.supporters(file.supportingDepartments(), file.supportingBodies(), departments));
        model.addAttribute("rounds", rounds(file));
        model.addAttribute("waitingFor", switch (file.row().status()) {
            case NOT_STARTED -> file.row().historical() ? "接管前已销号，待随整改方案审定后生效。" : "任务尚未下达。";
            case IN_PROGRESS -> file.leadDepartmentName() + "正在落实整改，完成后上传佐证材料并报验。";
            case AWAITING_ENDORSEMENT -> "等待" + file.leadDepartmentName() + "负责人审签；负责人本人报验的，由责任领导审签。";
            case AWAITING_CHECK -> "等待督导检查组核查验收。";
            case AWAITING_SIGN_OFF -> "等待领导小组销号审定（责任领导本人除外）。";
            case SIGNED_OFF -> null;
            case BLOCKED -> "已认定为客观受阻，暂停计时，等待整改办复核；恢复整改之前不能报验。";
            case WITHDRAWN -> null;
        });
        return "task";
    }

    /** Newest first: who opens a file wants to know where it stands. */
    private static List<RoundLine> rounds(TaskFile file) {
        Map<Integer, List<EvidenceLine>> evidence = file.evidence().stream().collect(Collectors.groupingBy(EvidenceLine::round));
        Map<Integer, RoundRecord> signed = file.rounds().stream().collect(Collectors.toMap(RoundRecord::round, round -> round));
        Map<Integer, RoundLine> rounds = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (int number = 1; number <= file.row().round(); number++) {
            RoundRecord round = signed.getOrDefault(number, new RoundRecord(number, List.of(), List.of()));
            rounds.put(number, new RoundLine(number, evidence.getOrDefault(number, List.of()), round.decisions(), round.superseded()));
        }
        return List.copyOf(rounds.values());
    }
}

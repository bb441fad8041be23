package org.rectification.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.cockpit.OverdueWork;
import org.rectification.notification.Deliveries;
import org.rectification.organization.Person;
import org.rectification.reconciliation.NightlyReconciliation;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages in Cockpit show. */
@RestController
@RequestMapping("/api/oversight")
@Tag(name = "督办监控", description = "超期任务、未报、未送达，供流程监控的页面使用")
class OversightController {

    private static final int MOST_CASES = 200;

    private final OverdueWork overdue;
    private final LedgerView ledger;
    private final Deliveries deliveries;
    private final NightlyReconciliation nightly;

    OversightController(OverdueWork overdue, LedgerView ledger, Deliveries deliveries, NightlyReconciliation nightly) {
        this.overdue = overdue;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.nightly = nightly;
    }

    /** @param failed messages that the system has given up, by key */
    record Overview(OverdueWork.Counts late, List<OverdueWork.Count> missingReports, Map<String, Deliveries.Delivery> failed, List<CaseLine> cases) {}

    /** @param night the latest nightly reconciliation, null before the first one */
    record CaseLine(String caseNumber, String title, String stage, NightlyReconciliation.Result night) {}

    @GetMapping
    @Operation(summary = "总览：超期任务按科室、环节的数目，未报的半月报告，未送达的提醒，未办结的案件")
    Overview overview(Person viewer) {
        requireReader(viewer);
        Map<String, Deliveries.Delivery> failed = new java.util.TreeMap<>(deliveries.running());
        failed.values().removeIf(delivery -> delivery.triesLeft() > 0);
        Map<String, NightlyReconciliation.Result> nights = nightly.latest();
        return new Overview(overdue.lateTasks(), overdue.missingReports(), failed,
                ledger.openCases(MOST_CASES).stream().map(each -> new CaseLine(each.caseNumber(), each.title(), each.stage().label(), nights.get(each.caseNumber()))).toList());
    }

    @GetMapping("/late-tasks")
    @Operation(summary = "超期任务，超期最久的在前；department 为科室代码，stage 为任务状态")
    Listing<OverdueWork.LateTask> lateTasks(@RequestParam(required = false) String department, @RequestParam(required = false) String stage,
                                          @RequestParam(required = false) String page, @RequestParam(required = false) String size, Person viewer) {
        requireReader(viewer);
        String known = blank(stage) == null ? null : List.of(TaskStatus.values()).stream().map(Enum::name).filter(stage::equals).findFirst()
                .orElseThrow(() -> Refusal.ofInput("stage", "没有名为“" + stage + "”的任务状态"));
        return overdue.lateTasks(blank(department), known, wanted(page, size));
    }

    @GetMapping("/missing-reports")
    @Operation(summary = "逾期未报的半月报告，最久的在前")
    Listing<OverdueWork.MissingReport> missingReports(@RequestParam(required = false) String page, @RequestParam(required = false) String size, Person viewer) {
        requireReader(viewer);
        return overdue.missingReports(wanted(page, size));
    }

    @GetMapping("/instances/{id}")
    @Operation(summary = "流程实例说的是哪个案件或任务；案件的实例列出各项任务的流程")
    OverdueWork.Matter matter(@PathVariable String id, @RequestParam(required = false) String page, @RequestParam(required = false) String size, Person viewer) {
        requireReader(viewer);
        return Optional.ofNullable(overdue.matter(id, wanted(page, size))).orElseThrow(() -> Refusal.unknown("这个流程实例不属于任何案件或任务"));
    }

    private static Listing.Wanted wanted(String page, String size) {
        return Listing.Wanted.read(page, size, null, Map.of(), "1");
    }

    private static String blank(String sent) {
        return sent == null || sent.isBlank() ? null : sent;
    }

    private static void requireReader(Person viewer) {
        if (!viewer.readsEverything()) throw Refusal.notYours("督办监控供平台管理员、整改办和监督方查看");
    }
}

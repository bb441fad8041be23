package org.rectification.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.change.ChangeStatus;
import org.rectification.change.Changes;
import org.rectification.change.TaskChange;
import org.rectification.evidence.EvidenceFile;
import org.rectification.extension.DeadlineExtension;
import org.rectification.extension.ExtensionStatus;
import org.rectification.extension.Extensions;
import org.rectification.lookback.LookBack;
import org.rectification.lookback.LookBackStatus;
import org.rectification.lookback.LookBacks;
import org.rectification.rectification.BlockStatus;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.rectification.Role;
import org.rectification.rectification.TaskBlock;
import org.rectification.rectification.Takeover;
import org.rectification.rectification.TaskFile;
import org.rectification.rectification.TaskFile.HistoricalLine;
import org.rectification.rectification.TaskFile.InstalmentLine;
import org.rectification.rectification.TaskFile.ObjectionLine;
import org.rectification.rectification.TaskFile.Opinion;
import org.rectification.rectification.TaskFile.RoundRecord;
import org.rectification.rectification.TaskPart;
import org.rectification.register.Entry;
import org.rectification.register.EntryContent;
import org.rectification.register.RegisterFigures;
import org.rectification.register.Registers;
import org.rectification.register.Registers.Minutes;
import org.springframework.stereotype.Component;

/** What was done about a task by those who carry it out and those who decide on it. */
@Component
class TaskHistory {

    private final Extensions extensions;
    private final BlockedTasks blocks;
    private final Changes changes;
    private final LookBacks lookBacks;
    private final Takeover takeover;
    private final PaperSignOffs papers;
    private final Registers registers;
    private final RegisterFigures figures;

    TaskHistory(Extensions extensions, BlockedTasks blocks, Changes changes, LookBacks lookBacks, Takeover takeover, PaperSignOffs papers, Registers registers, RegisterFigures figures) {
        this.extensions = extensions;
        this.blocks = blocks;
        this.changes = changes;
        this.lookBacks = lookBacks;
        this.takeover = takeover;
        this.papers = papers;
        this.registers = registers;
        this.figures = figures;
    }

    List<Event> of(TaskFile file, Enclosures enclosures, Names names) {
        String taskNumber = file.row().taskNumber();
        List<Event> events = new ArrayList<>();
        if (file.historicalSignOff() != null) events.add(historical(file.historicalSignOff(), enclosures, takeover.minutesOf(taskNumber)));
        file.rounds().forEach(round -> events.addAll(round(taskNumber, round, enclosures)));
        file.instalments().stream().filter(each -> each.confirmedAt() != null).forEach(each -> events.add(instalment(each)));
        extensions.of(taskNumber).forEach(each -> events.addAll(extension(each, enclosures, names)));
        blocks.of(taskNumber).forEach(each -> events.addAll(block(each, names)));
        changes.of(taskNumber).forEach(each -> events.addAll(change(each, names)));
        lookBacks.of(taskNumber).forEach(each -> events.addAll(lookBack(each, enclosures, names)));
        List<Entry> entries = figures.ofTask(file.caseNumber(), taskNumber, file.row().problem());
        Map<Long, List<Minutes>> minutes = registers.minutesOf(entries);
        entries.forEach(each -> events.add(entry(each, minutes.getOrDefault(each.id(), List.of()), enclosures, names)));
        return events;
    }

    private static Event entry(Entry entry, List<Minutes> minutes, Enclosures enclosures, Names names) {
        EntryContent content = entry.content();
        Map<String, String> facts = content.facts(entry.register());
        facts.computeIfPresent("科室", (name, code) -> names.department(code));
        facts.keySet().removeAll(List.of("日期", "类别"));
        String matter = "台账附册 · " + entry.register().label() + (content.kind() == null ? "" : " · " + content.kind().label());
        return Event.on(content.happenedOn(), matter).saying(facts.entrySet().stream().map(fact -> fact.getKey() + "：" + fact.getValue()).toArray(String[]::new))
                .with(Stream.of(false, true).flatMap(isVoid -> enclosures.common("会议纪要/" + content.happenedOn() + " " + content.name() + (isVoid ? "（作废）" : ""),
                        minutes.stream().filter(each -> each.isVoid() == isVoid).map(Minutes::file).toList()).stream()).toList());
    }

    private static Event historical(HistoricalLine signOff, Enclosures enclosures, List<EvidenceFile> minutes) {
        return Event.on(signOff.signedOffOn(), "历史销号").saying("审定：" + signOff.decidedBy(), "接管前在纸面上销号，由" + signOff.recordedByName() + "于" + signOff.recordedAt().toLocalDate() + "登记。")
                .with(enclosures.files("历史销号/会议纪要", minutes));
    }

    private List<Event> round(String taskNumber, RoundRecord round, Enclosures enclosures) {
        String matter = "第" + round.round() + "次报验 · ";
        return Stream.concat(round.decisions().stream().map(opinion -> signature(matter + opinion.roleName(), opinion, paper(taskNumber, opinion, enclosures))),
                round.superseded().stream().map(opinion -> signature(matter + opinion.roleName() + "（移交前原科室办理，不计入）", opinion, paper(taskNumber, opinion, enclosures)))).toList();
    }

    private List<Enclosure> paper(String taskNumber, Opinion opinion, Enclosures enclosures) {
        return opinion.scan() == null ? List.of() : enclosures.files("代录依据", List.of(papers.paper(taskNumber, opinion.scan())));
    }

    private static Event signature(String matter, Opinion opinion, List<Enclosure> paper) {
        Event event = Event.at(opinion.decidedAt(), matter, opinion.personName() == null ? opinion.person() : opinion.personName()).saying(opinion.opinion(), opinion.meeting() == null ? null : "据 " + opinion.meeting())
                .saying(opinion.objections().stream().map(ObjectionLine::text).toArray(String[]::new)).with(paper);
        return opinion.role() == Role.SUBMITTER ? event : event.decided(opinion.approved(), "通过", "退回");
    }

    private static Event instalment(InstalmentLine confirmed) {
        return Event.at(confirmed.confirmedAt(), "配合落实情况 · " + confirmed.name() + (confirmed.outside() ? "（责任科室代填）" : ""),
                confirmed.confirmedByName() == null ? confirmed.confirmedBy() : confirmed.confirmedByName()).saying(confirmed.text());
    }

    private List<Event> extension(DeadlineExtension extension, Enclosures enclosures, Names names) {
        String matter = "第" + extension.ordinal() + "次申请延期";
        List<Event> events = new ArrayList<>();
        events.add(Event.at(extension.requestedAt(), matter, names.person(extension.requestedBy()))
                .saying(extension.presentDeadline() + " → " + extension.newDeadline(), "理由：" + extension.reason(), extension.status() == ExtensionStatus.ENDED ? "任务移交或撤销，申请随之终止。" : null)
                .with(enclosures.files("延期材料/" + matter, extensions.evidenceOf(extension))));
        if (extension.endorsedBy() != null) {
            boolean endorsed = extension.status() != ExtensionStatus.REFUSED || extension.decidedBy() != null;
            events.add(Event.at(extension.endorsedAt(), matter + " · 审签", names.person(extension.endorsedBy())).decided(endorsed, "同意", "不同意").saying(extension.endorsementOpinion()));
        }
        if (extension.decidedBy() != null) {
            events.add(Event.at(extension.decidedAt(), matter + " · 审定", names.person(extension.decidedBy())).decided(extension.status() == ExtensionStatus.APPROVED, "同意", "不同意")
                    .saying(extension.opinion()));
        }
        return events;
    }

    private List<Event> block(TaskBlock block, Names names) {
        String matter = "第" + block.ordinal() + "次申请认定客观受阻";
        List<Event> events = new ArrayList<>();
        events.add(Event.at(block.requestedAt(), matter, names.person(block.requestedBy())).saying(block.reason(), "外部单位：" + block.outsideBody(),
                "去函：" + block.requestDate() + " " + block.requestNumber(), "过渡措施：" + block.interimMeasures()));
        if (block.decidedBy() != null) {
            events.add(Event.at(block.decidedAt(), matter + " · 认定", names.person(block.decidedBy())).decided(block.status() != BlockStatus.REFUSED, "认定，暂停计时", "不予认定").saying(block.opinion()));
        }
        blocks.reviewsOf(block.blockKey()).forEach(review -> events.add(Event.at(review.reviewedAt(), "客观受阻 · 复核", names.person(review.person()))
                .decided(!review.stillBlocked(), "受阻消除，恢复整改", "仍然受阻").saying(review.findings(), review.stillBlocked() ? review.nextReviewOn() + "再复核" : null)));
        return events;
    }

    private List<Event> change(TaskChange change, Names names) {
        List<TaskPart> parts = changes.partsOf(change.changeKey());
        String what = switch (change.kind()) {
            case HAND_OVER -> "移交" + names.department(change.leadDepartment()) + "，责任领导" + names.person(change.leadLeader());
            case MERGE -> "并入" + change.target();
            case SPLIT -> "拆分为" + parts.size() + "项任务：" + parts.stream().map(part -> part.title() + "（" + names.department(part.leadDepartment()) + "）").collect(Collectors.joining("；"));
            case WITHDRAW -> "撤销本任务";
        };
        String matter = "任务调整 · " + change.kind().label();
        List<Event> events = new ArrayList<>();
        events.add(Event.at(change.requestedAt(), matter + " · 申请", names.person(change.requestedBy()))
                .saying(what, "理由：" + change.reason(), change.ground() == null ? null : "问题如何继续整改：" + change.ground()));
        if (change.decidedBy() != null) {
            events.add(Event.at(change.decidedAt(), matter + " · 审定", names.person(change.decidedBy())).decided(change.status() == ChangeStatus.APPLIED, "同意", "不同意").saying(change.opinion()));
        }
        return events;
    }

    private List<Event> lookBack(LookBack lookBack, Enclosures enclosures, Names names) {
        String matter = lookBack.round() == 0 ? "历史销号后回头看" : "第" + lookBack.round() + "次报验销号后回头看";
        List<Enclosure> files = enclosures.files("回头看材料/" + matter, lookBacks.evidenceOf(lookBack));
        if (lookBack.decidedBy() == null) return List.of();
        boolean held = lookBack.status() == LookBackStatus.HELD;
        return List.of(Event.at(lookBack.decidedAt(), matter, names.person(lookBack.decidedBy())).decided(held, LookBackStatus.HELD.label(), LookBackStatus.REBOUNDED.label())
                .saying(lookBack.opinion(), lookBack.newDeadline() == null ? null : "重新整改，时限" + lookBack.newDeadline()).with(files));
    }
}

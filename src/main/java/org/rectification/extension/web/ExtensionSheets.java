package org.rectification.extension.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.extension.DeadlineExtension;
import org.rectification.extension.ExtensionStatus;
import org.rectification.extension.Extensions;
import org.rectification.extension.web.ExtensionLine.Signature;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.springframework.stereotype.Component;

/** Lays out a task's extensions for a person. */
@Component
public class ExtensionSheets {

    private final Extensions extensions;
    private final LedgerView ledger;
    private final Organization organization;

    ExtensionSheets(Extensions extensions, LedgerView ledger, Organization organization) {
        this.extensions = extensions;
        this.ledger = ledger;
        this.organization = organization;
    }

    /** What the page shows to somebody who has not typed anything yet. */
    public ExtensionSheet of(String taskNumber, Person viewer) {
        return of(taskNumber, viewer, ExtensionSheet.Asked.NOTHING);
    }

    ExtensionSheet of(String taskNumber, Person viewer, ExtensionSheet.Asked asked) {
        RectificationTask task = ledger.readable(taskNumber, viewer);
        boolean handler = by(viewer, task);
        return new ExtensionSheet(task, handler && task.isUnderWay(), extensions.whyNot(task).orElse(null), task.deadline() == null ? null : extensions.latest(task), lines(task), asked);
    }

    private static boolean by(Person viewer, RectificationTask task) {
        return viewer.handlesFor(task.leadDepartment());
    }

    List<ExtensionLine> lines(RectificationTask task) {
        List<DeadlineExtension> all = extensions.of(task.taskNumber());
        if (all.isEmpty()) return List.of();
        Map<String, String> people = organization.personNames();
        return all.stream().map(extension -> line(extension, task, people)).toList();
    }

    private ExtensionLine line(DeadlineExtension extension, RectificationTask task, Map<String, String> people) {
        List<Signature> signatures = new ArrayList<>();
        boolean endorsed = extension.status() != ExtensionStatus.REFUSED || extension.decidedBy() != null;
        if (extension.endorsedBy() != null) {
            signatures.add(new Signature("审签", extension.endorsedBy(), people.get(extension.endorsedBy()), endorsed, extension.endorsementOpinion(), extension.endorsedAt()));
        }
        if (extension.decidedBy() != null) {
            signatures.add(new Signature("审定", extension.decidedBy(), people.get(extension.decidedBy()), extension.status() == ExtensionStatus.APPROVED, extension.opinion(), extension.decidedAt()));
        }
        return new ExtensionLine(extension.extensionKey(), extension.taskNumber(), extension.ordinal(), extension.status(), extension.status().label(), extension.presentDeadline(),
                extension.newDeadline(), extension.reason(), extension.requestedBy(), people.get(extension.requestedBy()), extension.requestedAt(), awaited(extension, task, people), signatures,
                extensions.evidenceOf(extension).stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList());
    }

    private String awaited(DeadlineExtension extension, RectificationTask task, Map<String, String> people) {
        return switch (extension.status()) {
            case REQUESTED -> extensions.leaderWhoEndorses(extension.extensionKey()).map(leader -> "等待责任领导" + people.get(leader) + "审签")
                    .orElseGet(() -> "等待" + organization.departmentNames().get(task.leadDepartment()) + "负责人审签");
            case ENDORSED -> "等待领导小组审定（责任领导本人除外）";
            case APPROVED, REFUSED, ENDED -> null;
        };
    }
}

package org.rectification.lookback.web;

import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceFile;
import org.rectification.lookback.LookBack;
import org.rectification.lookback.LookBacks;
import org.rectification.organization.Organization;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.springframework.stereotype.Component;

/** Lays out a task's look-backs. */
@Component
public class LookBackSheets {

    private final LookBacks lookBacks;
    private final Organization organization;

    LookBackSheets(LookBacks lookBacks, Organization organization) {
        this.lookBacks = lookBacks;
        this.organization = organization;
    }

    /** The first one first. */
    public List<LookBackLine> lines(String taskNumber) {
        List<LookBack> all = lookBacks.of(taskNumber);
        if (all.isEmpty()) return List.of();
        Map<String, String> people = organization.personNames();
        return all.stream().map(lookBack -> new LookBackLine(lookBack.taskNumber(), lookBack.round(), lookBack.draw(), lookBack.status(), lookBack.status().label(), lookBack.decidedBy(),
                people.get(lookBack.decidedBy()), lookBack.decidedAt(), lookBack.opinion(), lookBack.newDeadline(), evidence(lookBacks.evidenceOf(lookBack), people))).toList();
    }

    List<EvidenceLine> evidence(List<EvidenceFile> files) {
        return evidence(files, organization.personNames());
    }

    private static List<EvidenceLine> evidence(List<EvidenceFile> files, Map<String, String> people) {
        return files.stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList();
    }
}

package org.rectification.refusal.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;

/** What a form shows above what was typed: every reason, and which fields they concern. */
public record Complaint(List<String> reasons, Set<String> fields) {

    public static final Complaint NONE = new Complaint(List.of(), Set.of());

    public static Complaint of(Refusal refusal) {
        if (refusal.flaws().isEmpty()) return new Complaint(List.of(refusal.getMessage()), Set.of());
        return new Complaint(refusal.flaws().stream().map(flaw -> flaw.row() == null ? flaw.reason() : "第" + flaw.row() + "行：" + flaw.reason()).toList(),
                refusal.flaws().stream().map(Refusal.Flaw::field).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** The same without row numbers, for a form that is itself the one row. */
    public static Complaint ofOneRow(Refusal refusal) {
        Complaint rows = of(refusal);
        return refusal.flaws().isEmpty() ? rows : new Complaint(refusal.flaws().stream().map(Refusal.Flaw::reason).distinct().toList(), rows.fields());
    }

    public boolean about(String field) {
        return fields.contains(field);
    }
}

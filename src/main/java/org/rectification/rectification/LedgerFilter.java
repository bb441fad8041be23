package org.rectification.rectification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a ledger are wanted, as it was typed or linked; null or blank leaves nothing out.
 *
 * @param leader      user id of the lead leader
 * @param problem     its number
 * @param deadlineTo  ISO dates, both days included; those of {@code signedOff} likewise
 * @param q           part of a task's title or number
 * @param historical  true for what was signed off before the case was taken over, and nothing else
 */
public record LedgerFilter(String department, String leader, String light, String status, String kind, String phase, String problem, String aspect,
                           String deadlineFrom, String deadlineTo, String signedOffFrom, String signedOffTo, String q, Boolean historical) {

    public static final LedgerFilter NONE = new LedgerFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static final LedgerFilter HISTORICAL = new LedgerFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, true);

    public static LedgerFilter by(String department, String leader, String light) {
        return new LedgerFilter(department, leader, light, null, null, null, null, null, null, null, null, null, null, null);
    }

    public LedgerFilter withoutLight() {
        return without(Set.of("light"));
    }

    /** Asks for nothing by these names any more. */
    public LedgerFilter without(Set<String> names) {
        return new LedgerFilter(names.contains("department") ? null : department, names.contains("leader") ? null : leader, names.contains("light") ? null : light, names.contains("status") ? null : status,
                names.contains("kind") ? null : kind, names.contains("phase") ? null : phase, names.contains("problem") ? null : problem, names.contains("aspect") ? null : aspect,
                names.contains("deadlineFrom") ? null : deadlineFrom, names.contains("deadlineTo") ? null : deadlineTo, names.contains("signedOffFrom") ? null : signedOffFrom,
                names.contains("signedOffTo") ? null : signedOffTo, names.contains("q") ? null : q, historical);
    }

    public boolean isEmpty() {
        return asked().isEmpty();
    }

    /** Name → value of what is asked for, as it goes into an address. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        ask(asked, "department", department);
        ask(asked, "leader", leader);
        ask(asked, "light", light);
        ask(asked, "status", status);
        ask(asked, "kind", kind);
        ask(asked, "phase", phase);
        ask(asked, "problem", problem);
        ask(asked, "aspect", aspect);
        ask(asked, "deadlineFrom", deadlineFrom);
        ask(asked, "deadlineTo", deadlineTo);
        ask(asked, "signedOffFrom", signedOffFrom);
        ask(asked, "signedOffTo", signedOffTo);
        ask(asked, "q", q);
        ask(asked, "historical", Boolean.TRUE.equals(historical) ? "true" : null);
        return asked;
    }

    private static void ask(Map<String, String> asked, String name, String value) {
        if (value != null && !value.isBlank()) asked.put(name, value.strip());
    }
}

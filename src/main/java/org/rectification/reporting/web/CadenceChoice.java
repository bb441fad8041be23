package org.rectification.reporting.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.rectification.reporting.Cadence;
import org.rectification.reporting.Cadences;

/**
 * The cadence of one stage as it stands in the form.
 *
 * @param stage     concentrated or sustained
 * @param chosen    WEEKLY, HALF_MONTH, MONTHLY, QUARTERLY or CUSTOM
 * @param cron      as typed, with CUSTOM
 * @param openings  the next ones; none where the choice is no cadence
 * @param objection why it is none, null where it is one
 */
record CadenceChoice(String stage, String chosen, String cron, List<LocalDateTime> openings, String objection) {

    private static final String CUSTOM = "CUSTOM";

    static CadenceChoice of(String stage, Cadence cadence, Cadences cadences) {
        return new CadenceChoice(stage, cadence.isUsual() ? cadence.name() : CUSTOM, cadence.isUsual() ? "" : cadence.name(), cadences.openings(cadence), null);
    }

    static CadenceChoice typed(String stage, Map<String, String> sent, Cadences cadences) {
        String chosen = sent.getOrDefault(stage, "");
        String cron = sent.getOrDefault(stage + "Cron", "");
        CadenceChoice choice = new CadenceChoice(stage, chosen, cron, List.of(), null);
        // Whoever has only just chosen 自定义 has made no mistake yet.
        if (chosen.equals(CUSTOM) && cron.isBlank()) return choice;
        try {
            return new CadenceChoice(stage, chosen, cron, cadences.openings(Cadence.of(choice.value())), null);
        } catch (Refusal refusal) {
            return choice.refused(refusal.getMessage());
        }
    }

    CadenceChoice refused(String because) {
        return because == null ? this : new CadenceChoice(stage, chosen, cron, List.of(), because);
    }

    /** As {@link Cadence#of} takes it. */
    String value() {
        return chosen.equals(CUSTOM) ? cron : chosen;
    }

    public String name() {
        return stage.equals("sustained") ? "持续整改期间" : "集中整改期间";
    }

    public boolean custom() {
        return chosen.equals(CUSTOM);
    }

    /** For those who only read. */
    public String label() {
        return Cadence.of(value()).label();
    }
}

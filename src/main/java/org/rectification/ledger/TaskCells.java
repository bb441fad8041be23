package org.rectification.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.organization.Person;
import org.rectification.rectification.Measure;
import org.rectification.rectification.Phase;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.rectification.rectification.TaskKind;

/** The cells of a task's row, turned into a draft of it and compared with it. */
final class TaskCells {

    private final LedgerNames names;
    private final Set<String> outsideBodies = new LinkedHashSet<>();

    TaskCells(LedgerNames names) {
        this.names = names;
    }

    /** Supporting parties of the drafts so far that are none of our departments, each with the department that may be meant. */
    List<String> outsideBodies() {
        return List.copyOf(outsideBodies);
    }

    /** Whether a cell says what the ledger says, in whichever words. */
    boolean same(LedgerField field, SheetRow row, LedgerLine line, List<Measure> measures) {
        String said = row.text(field);
        String shown = line.text(field);
        if (said.equals(shown)) return true;
        return switch (field) {
            case DEADLINE -> Objects.equals(said.isEmpty() ? null : day(row).orElse(LocalDate.MIN), line.task().deadline());
            case MEASURES -> Typed.measures(said).equals(measures.stream().map(measure -> Typed.text(measure.text())).toList());
            case SUPPORTING -> parties(said).equals(parties(shown));
            case LEAD_LEADER, LEAD_DEPARTMENT, RESPONSIBLE, KIND, PHASE, FULFILMENT -> Typed.name(said).equals(Typed.name(shown));
            default -> false;
        };
    }

    private static Set<String> parties(String typed) {
        return Typed.names(typed).stream().map(Typed::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static Optional<LocalDate> day(SheetRow row) {
        return Typed.day(row.text(LedgerField.DEADLINE));
    }

    /**
     * A draft of these fields of the row, all others left out; what is not understood is among the findings.
     *
     * @param present the task's measures now, which keep who and until when
     */
    TaskDraft draft(Integer problem, Set<LedgerField> fields, RowFindings findings, List<Measure> present, String reason) {
        SheetRow row = findings.row();
        Function<LedgerField, String> text = field -> fields.contains(field) ? row.text(field) : null;
        boolean measured = fields.contains(LedgerField.MEASURES) || fields.contains(LedgerField.RESPONSIBLE);
        List<String> departments = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        if (fields.contains(LedgerField.SUPPORTING)) readParties(findings, departments, bodies);
        boolean supported = fields.contains(LedgerField.SUPPORTING);
        return new TaskDraft(problem == null ? null : problem.toString(), text.apply(LedgerField.TASK),
                choice(LedgerField.KIND, TaskKind.values(), TaskKind::label, text, findings), choice(LedgerField.PHASE, Phase.values(), Phase::label, text, findings),
                leadDepartment(text, findings), supported ? departments : null, supported ? bodies : null, leadLeader(text, findings), deadline(fields, findings),
                text.apply(LedgerField.STANDARD), measured ? measures(findings, fields, present) : null, reason,
                text.apply(LedgerField.GOAL), text.apply(LedgerField.MEASURE_TYPE), text.apply(LedgerField.HEAD_LEADER));
    }

    private static <E extends Enum<E>> String choice(LedgerField field, E[] choices, Function<E, String> label, Function<LedgerField, String> text, RowFindings findings) {
        String typed = text.apply(field);
        if (typed == null) return null;
        for (E choice : choices) if (label.apply(choice).equals(Typed.name(typed))) return choice.name();
        findings.unclear(field, (typed.isEmpty() ? "请填写" + field.heading() : field.heading() + "“" + typed + "”不在可选范围内") + "，可填：" + Arrays.stream(choices).map(label).collect(Collectors.joining("、")));
        return null;
    }

    private String leadDepartment(Function<LedgerField, String> text, RowFindings findings) {
        String typed = text.apply(LedgerField.LEAD_DEPARTMENT);
        if (typed == null || typed.isEmpty()) return typed;
        String code = names.department(typed);
        if (code == null) findings.unclear(LedgerField.LEAD_DEPARTMENT, "责任科室“" + typed + "”不在科室名册中" + names.meant(typed) + "；只能填一个科室的全称，其余填入配合科室");
        return code;
    }

    private String leadLeader(Function<LedgerField, String> text, RowFindings findings) {
        String typed = text.apply(LedgerField.LEAD_LEADER);
        if (typed == null || typed.isEmpty()) return typed;
        List<Person> bearing = names.bearing(typed);
        if (bearing.size() == 1) return bearing.get(0).userId();
        findings.unclear(LedgerField.LEAD_LEADER, bearing.isEmpty() ? "责任领导“" + typed + "”不在人员名册中，只填一人的姓名" : "名册中有" + bearing.size() + "位“" + typed + "”，请在案件页的任务中选择责任领导");
        return null;
    }

    private String deadline(Set<LedgerField> fields, RowFindings findings) {
        if (!fields.contains(LedgerField.DEADLINE)) return null;
        String typed = findings.row().text(LedgerField.DEADLINE);
        if (typed.isEmpty()) return "";
        Optional<LocalDate> day = day(findings.row());
        if (day.isEmpty()) findings.unclear(LedgerField.DEADLINE, "整改时限“" + typed + "”看不出是哪一天，请按 2026-11-21 或 2026年11月21日 的样式填写");
        day.filter(read -> !read.toString().equals(typed)).ifPresent(read -> findings.read(LedgerField.DEADLINE, "读作 " + read));
        return day.map(LocalDate::toString).orElse(null);
    }

    private void readParties(RowFindings findings, List<String> departments, List<String> bodies) {
        List<String> outside = new ArrayList<>();
        for (String name : Typed.names(findings.row().text(LedgerField.SUPPORTING))) {
            String code = names.department(name);
            if (name.equals(LedgerNames.ALL_DEPARTMENTS)) departments.add("ALL");
            else if (code != null) departments.add(code);
            else if (name.matches(".*[科股室]")) findings.unclear(LedgerField.SUPPORTING, "配合科室“" + name + "”不在科室名册中" + names.meant(name) + "，请填科室全称；外部单位请填单位全称");
            else {
                bodies.add(name);
                outside.add("“" + name + "”" + names.meant(name));
            }
        }
        if (outside.isEmpty()) return;
        findings.read(LedgerField.SUPPORTING, "按外单位登记：" + String.join("、", outside));
        outsideBodies.addAll(outside);
    }

    /** Who carries a measure out and until when stays with it where its words or its place stayed; then the column 责任人 has the last word. */
    private static List<MeasureDraft> measures(RowFindings findings, Set<LedgerField> fields, List<Measure> present) {
        SheetRow row = findings.row();
        List<String> texts = fields.contains(LedgerField.MEASURES) ? Typed.measures(row.text(LedgerField.MEASURES)) : present.stream().map(Measure::text).toList();
        boolean samePlaces = texts.size() == present.size();
        List<MeasureDraft> drafts = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            Optional<Measure> before = present.stream().filter(measure -> Typed.text(measure.text()).equals(text)).findFirst().or(samePlaces ? () -> Optional.of(present.get(drafts.size())) : Optional::empty);
            drafts.add(new MeasureDraft(text, before.map(Measure::responsible).orElse(null), before.map(Measure::deadline).map(LocalDate::toString).orElse(null)));
        }
        if (!row.cells().containsKey(LedgerField.RESPONSIBLE) && !fields.contains(LedgerField.RESPONSIBLE)) return drafts;
        String responsible = row.text(LedgerField.RESPONSIBLE);
        if (drafts.isEmpty() && !responsible.isEmpty()) findings.unclear(LedgerField.RESPONSIBLE, "责任人记在整改措施上，请先填写整改措施");
        String kept = drafts.stream().map(MeasureDraft::responsible).filter(Objects::nonNull).distinct().collect(Collectors.joining("、"));
        if (Typed.name(kept).equals(Typed.name(responsible))) return drafts;
        return drafts.stream().map(draft -> new MeasureDraft(draft.text(), responsible, draft.deadline())).toList();
    }
}

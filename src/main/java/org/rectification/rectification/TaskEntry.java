package org.rectification.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;

/** A task as somebody wrote it down, checked for form and against who and what exists. What a launch needs may still be missing. */
record TaskEntry(int problem, String title, TaskKind kind, Phase phase, String leadDepartment, Set<String> supportingDepartments,
                 List<String> supportingBodies, String leadLeader, LocalDate deadline, String signOffStandard, List<MeasureEntry> measures, Notes notes) {

    private static final int MOST_MEASURES = 50;
    private static final int MOST_BODIES = 10;

    /** They would part a list of names, or could not stand in an address. */
    private static final Pattern UNFIT_FOR_A_NAME = Pattern.compile("[、，,；;/\\\\%\\r\\n\\t]");

    /** What is noted beside the rest, each null where nothing is: 整改目标, 措施类型, 牵头领导. */
    record Notes(String goal, String measureType, String headLeader) {

        static final Notes NONE = new Notes(null, null, null);
    }

    record MeasureEntry(String text, String responsible, LocalDate deadline) {}

    /** What a task may refer to: problems by number, department names by code, people's names by user id. */
    record Known(LocalDate feedbackDate, Map<Integer, Origin> problems, Map<String, String> departments, Map<String, String> people, List<Person> leaders) {

        /** What came up during the inspection was due before the feedback, but not before any inspection could have begun. */
        LocalDate earliestDeadline(int problem) {
            return problems.get(problem) == Origin.DURING_INSPECTION ? feedbackDate.minusYears(1) : feedbackDate;
        }
    }

    static TaskEntry read(TaskDraft draft, Known known, Flaws flaws) {
        TaskKind kind = flaws.choice("kind", "整改类型", draft.kind(), TaskKind.class);
        Phase phase = flaws.choice("phase", "阶段", draft.phase(), Phase.class);
        String lead = department("leadDepartment", "责任科室", draft.leadDepartment(), known, flaws);
        int problem = problem(draft.problem(), known, flaws);
        return new TaskEntry(
                problem,
                flaws.text("title", "任务名称", draft.title(), 200),
                kind == null ? TaskKind.TIME_LIMITED : kind,
                phase == null ? Phase.EXECUTION : phase,
                lead, supportingDepartments(draft, lead, known, flaws), supportingBodies(draft, known, flaws),
                leader(draft.leadLeader(), known, flaws),
                deadline("deadline", "整改时限", draft.deadline(), problem, known, flaws),
                flaws.optionalText("signOffStandard", "销号标准", draft.signOffStandard(), 1000),
                measures(draft, problem, known, flaws),
                new Notes(flaws.optionalText("goal", "整改目标", draft.goal(), 1000), flaws.optionalText("measureType", "措施类型", draft.measureType(), 100),
                        flaws.optionalText("headLeader", "牵头领导", draft.headLeader(), 100)));
    }

    /** In words, for the record of what was changed in the approved plan. */
    String differenceFrom(RectificationTask task, Known known) {
        String found = Stream.of(
                turned("所属问题", task.problem(), problem),
                turned("任务名称", task.title(), title),
                turned("整改类型", task.kind().label(), kind.label()),
                turned("阶段", task.phase().label(), phase.label()),
                turned("责任科室", known.departments().get(task.leadDepartment()), known.departments().get(leadDepartment)),
                turned("责任领导", known.people().get(task.leadLeader()), known.people().get(leadLeader)),
                turned("整改时限", task.deadline(), deadline),
                turned("销号标准", task.signOffStandard(), signOffStandard),
                turned("整改目标", task.goal(), notes.goal()),
                turned("措施类型", task.measureType(), notes.measureType()),
                turned("牵头领导", task.headLeader(), notes.headLeader())).flatMap(Optional::stream).collect(Collectors.joining("。"));
        return found.isEmpty() ? "配合科室或整改措施有改动" : found;
    }

    private static Optional<String> turned(String label, Object from, Object to) {
        return Objects.equals(from, to) ? Optional.empty() : Optional.of(label + "改为：" + Objects.requireNonNullElse(to, "未填") + "；原为：" + Objects.requireNonNullElse(from, "未填"));
    }

    private static Set<String> supportingDepartments(TaskDraft draft, String lead, Known known, Flaws flaws) {
        List<String> codes = draft.supportingDepartments() == null ? List.of() : draft.supportingDepartments();
        if (codes.contains(SupportingParties.ALL)) return Set.of(SupportingParties.ALL);
        Set<String> supporting = new LinkedHashSet<>();
        for (String code : codes) {
            String department = department("supportingDepartments", "配合科室", code, known, flaws);
            if (department != null && department.equals(lead)) flaws.add("supportingDepartments", "“" + known.departments().get(lead) + "”已是责任科室，不能同时作为配合科室");
            else if (department != null) supporting.add(department);
        }
        return supporting;
    }

    private static List<String> supportingBodies(TaskDraft draft, Known known, Flaws flaws) {
        List<String> bodies = new ArrayList<>();
        for (String sent : draft.supportingBodies() == null ? List.<String>of() : draft.supportingBodies()) {
            String name = flaws.text("supportingBodies", "外部配合单位名称", sent, 100);
            if (UNFIT_FOR_A_NAME.matcher(name).find()) flaws.add("supportingBodies", "外部配合单位“" + name + "”的名称不能含有标点 、，；/ \\ % 或换行，请逐个填写");
            if (known.departments().containsValue(name)) flaws.add("supportingBodies", "“" + name + "”是本单位科室，请在配合科室中选择");
            if (bodies.contains(name)) flaws.add("supportingBodies", "外部配合单位“" + name + "”填写了两次");
            bodies.add(name);
        }
        if (bodies.size() > MOST_BODIES) flaws.add("supportingBodies", "外部配合单位最多" + MOST_BODIES + "个，现有" + bodies.size() + "个");
        return bodies;
    }

    private static int problem(String number, Known known, Flaws flaws) {
        if (number == null || number.isBlank()) {
            flaws.add("problem", "请选择任务对应的问题");
        } else if (!number.strip().matches("\\d{1,6}") || !known.problems().containsKey(Integer.parseInt(number.strip()))) {
            flaws.add("problem", "本案没有第“" + number.strip() + "”号问题");
        } else {
            return Integer.parseInt(number.strip());
        }
        return 0;
    }

    private static String department(String field, String label, String code, Known known, Flaws flaws) {
        if (code == null || code.isBlank()) return null;
        if (known.departments().containsKey(code.strip())) return code.strip();
        flaws.add(field, label + "“" + code.strip() + "”不存在，可选：" + String.join("、", known.departments().keySet()));
        return null;
    }

    private static String leader(String userId, Known known, Flaws flaws) {
        if (userId == null || userId.isBlank()) return null;
        if (known.leaders().stream().anyMatch(leader -> leader.userId().equals(userId.strip()))) return userId.strip();
        String name = known.people().get(userId.strip());
        flaws.add("leadLeader", name == null ? "责任领导“" + userId.strip() + "”不在人员名册中" : "责任领导须是领导小组成员，“" + name + "”不是，可选：" + known.leaders().stream().map(Person::name).collect(Collectors.joining("、")));
        return null;
    }

    private static LocalDate deadline(String field, String label, String value, int problem, Known known, Flaws flaws) {
        LocalDate earliest = known.earliestDeadline(problem);
        LocalDate deadline = flaws.optionalDate(field, label, value);
        if (deadline != null && deadline.isBefore(earliest)) flaws.add(field, label + deadline + "过早，不能早于" + (earliest.equals(known.feedbackDate()) ? "反馈日期" + earliest : earliest + "（反馈日期" + known.feedbackDate() + "前一年）"));
        return deadline;
    }

    private static List<MeasureEntry> measures(TaskDraft draft, int problem, Known known, Flaws flaws) {
        List<TaskDraft.MeasureDraft> drafts = draft.measures() == null ? List.of() : draft.measures();
        if (drafts.size() > MOST_MEASURES) flaws.add("measures", "一项任务最多" + MOST_MEASURES + "条整改措施，现有" + drafts.size() + "条");
        return drafts.stream().map(measure -> measure == null ? new TaskDraft.MeasureDraft(null) : measure)
                .map(measure -> new MeasureEntry(
                        flaws.text("measures", "整改措施", measure.text(), 1000),
                        flaws.optionalText("measures", "措施责任人", measure.responsible(), 100),
                        deadline("measures", "措施时限", measure.deadline(), problem, known, flaws)))
                .toList();
    }
}

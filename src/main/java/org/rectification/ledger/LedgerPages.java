package org.rectification.ledger;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectification.ledger.TaskRecords.Extended;
import org.rectification.ledger.TaskRecords.Historical;
import org.rectification.ledger.TaskRecords.LookedBack;
import org.rectification.ledger.TaskRecords.Reported;
import org.rectification.ledger.TaskRecords.Said;
import org.rectification.organization.Organization;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.rectification.Measure;
import org.rectification.rectification.Phase;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.Role;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the official ledger, a page of them at a time; each page is read in a transaction of its own. */
@Service
@Transactional(readOnly = true)
class LedgerPages {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final int MOST_FILES = 6;

    private final LedgerView ledger;
    private final TaskRecords records;
    private final Organization organization;

    LedgerPages(LedgerView ledger, TaskRecords records, Organization organization) {
        this.ledger = ledger;
        this.records = records;
        this.organization = organization;
    }

    /** People and departments by name, and the day everything is seen from: read once for all pages. */
    record Words(Map<String, String> people, Map<String, String> departments, Horizon horizon) {}

    Words words() {
        return new Words(organization.personNames(), organization.departmentNames(), ledger.horizon());
    }

    /** A choice of tasks as people say it; null where nothing is left out. */
    String described(LedgerFilter filter) {
        Words words = words();
        List<String> said = filter.asked().entrySet().stream().map(asked -> switch (asked.getKey()) {
            case "department" -> "责任科室为" + words.departments().get(asked.getValue());
            case "leader" -> "责任领导为" + words.people().get(asked.getValue());
            case "light" -> Light.valueOf(asked.getValue()).label();
            case "status" -> "当前环节为" + TaskStatus.valueOf(asked.getValue()).label();
            case "kind" -> TaskKind.valueOf(asked.getValue()).label();
            case "phase" -> Phase.valueOf(asked.getValue()).label() + "阶段";
            case "problem" -> "问题" + asked.getValue();
            case "aspect" -> "“" + asked.getValue() + "”方面";
            case "deadlineFrom" -> "时限" + asked.getValue() + "起";
            case "deadlineTo" -> "时限至" + asked.getValue();
            case "signedOffFrom" -> asked.getValue() + "起销号";
            case "signedOffTo" -> asked.getValue() + "前（含当日）销号";
            case "historical" -> "历史销号";
            default -> "任务名称、编号或问题含“" + asked.getValue() + "”";
        }).toList();
        return said.isEmpty() ? null : String.join("，", said);
    }

    /** Those tasks in that order; one that has been deleted in the meantime is left out. */
    List<LedgerLine> lines(Collection<String> taskNumbers, Map<Integer, Problem> problems, Words words) {
        Map<String, RectificationTask> tasks = ledger.tasksBy(taskNumbers);
        Map<String, List<Measure>> measures = ledger.measuresOf(taskNumbers);
        Map<String, List<String>> supporting = records.supportingParties(taskNumbers);
        Map<String, List<Said>> decisions = records.decisions(taskNumbers);
        Map<String, Reported> reports = records.lastReports(taskNumbers);
        Map<String, List<String>> evidence = records.evidence(taskNumbers);
        Map<String, List<Extended>> extensions = records.extensions(taskNumbers);
        Map<String, List<LookedBack>> lookBacks = records.lookBacks(taskNumbers);
        Map<String, String> blocks = records.blocks(taskNumbers);
        Map<String, Historical> historical = historical(tasks);
        return taskNumbers.stream().map(tasks::get).filter(Objects::nonNull).map(task -> {
            String number = task.taskNumber();
            boolean open = task.isOpen();
            Reported reported = reports.get(number);
            List<Measure> own = measures.getOrDefault(number, List.of());
            List<Said> said = decisions.getOrDefault(number, List.of());
            return new LedgerLine(problems.get(task.problem()), task, Fulfilment.of(task, words.horizon()), words.departments().get(task.leadDepartment()), words.people().get(task.leadLeader()),
                    joined("、", supporting.getOrDefault(number, List.of())),
                    joined("\n", own.stream().map(measure -> measure.ordinal() + ". " + measure.text()).toList()),
                    joined("、", own.stream().map(Measure::responsible).filter(Objects::nonNull).distinct().toList()),
                    progress(task, said, reported),
                    open ? blocks.getOrDefault(number, reported == null ? null : reported.hindrance()) : null,
                    open && reported != null ? reported.nextStep() : null,
                    files(evidence.getOrDefault(number, List.of())), extensions(extensions.getOrDefault(number, List.of())),
                    lastOf(Role.CHECKER, said).map(check -> (check.approved() ? "通过" : "退回") + colon(check.opinion()) + "\n" + signed(check, words)).findFirst().orElse(null),
                    signature(task, historical.get(number), said, words),
                    joined("\n", lookBacks.getOrDefault(number, List.of()).stream().map(look -> look.status().label() + colon(look.opinion()) + "（" + day(look.decidedAt()) + "）").toList()));
        }).toList();
    }

    /** What the department declared in this round; until it has, what it last reported. */
    private static String progress(RectificationTask task, List<Said> said, Reported reported) {
        return said.stream().filter(each -> each.role() == Role.SUBMITTER && each.round() == task.round()).map(Said::opinion).findFirst()
                .orElse(reported == null ? null : reported.progress());
    }

    /** @param historical null where it was not signed off before the takeover */
    private static String signature(RectificationTask task, Historical historical, List<Said> said, Words words) {
        if (historical != null) return "历史销号" + (task.status() == TaskStatus.NOT_STARTED ? "（下达时生效）" : "") + "\n" + historical.decidedBy() + "\n" + DAY.format(historical.signedOffOn());
        if (task.status() != TaskStatus.SIGNED_OFF) return null;
        return lastOf(Role.SIGNER, said).map(signer -> signed(signer, words)).findFirst().orElseGet(() -> day(task.signedOffAt()));
    }

    private static Stream<Said> lastOf(Role role, List<Said> said) {
        List<Said> all = said.stream().filter(each -> each.role() == role).toList();
        return all.isEmpty() ? Stream.empty() : Stream.of(all.get(all.size() - 1));
    }

    private static String signed(Said said, Words words) {
        String absent = said.actingFor() == null ? "" : "（代" + words.people().get(said.actingFor()) + "）";
        String secretary = said.recordedBy() == null ? "" : "（" + words.people().get(said.recordedBy()) + "代录）";
        return words.people().get(said.person()) + absent + secretary + "\n" + day(said.decidedAt()) + (said.meeting() == null ? "" : "\n据" + said.meeting());
    }

    private static String extensions(List<Extended> extended) {
        return joined("\n", IntStream.range(0, extended.size()).mapToObj(n -> "第" + (n + 1) + "次：" + DAY.format(extended.get(n).presentDeadline()) + "延至"
                + DAY.format(extended.get(n).newDeadline()) + "（" + day(extended.get(n).decidedAt()) + "批准），" + extended.get(n).reason()).toList());
    }

    private static String files(List<String> names) {
        return joined("\n", names.size() <= MOST_FILES ? names : Stream.concat(names.stream().limit(MOST_FILES), Stream.of("等" + names.size() + "份")).toList());
    }

    private static String day(LocalDateTime at) {
        return DAY.format(at);
    }

    private static String colon(String text) {
        return text == null || text.isBlank() ? "" : "：" + text;
    }

    private static String joined(String by, List<String> parts) {
        return parts.isEmpty() ? null : parts.stream().collect(Collectors.joining(by));
    }

    /** Those of these tasks that were signed off before the takeover. */
    List<HistoricalLine> historical(Collection<String> taskNumbers, Words words) {
        Map<String, RectificationTask> tasks = ledger.tasksBy(taskNumbers);
        Map<String, Historical> historical = historical(tasks);
        Map<String, List<String>> minutes = historical.isEmpty() ? Map.of() : records.minutes(historical.keySet());
        return taskNumbers.stream().filter(historical::containsKey).map(number -> new HistoricalLine(tasks.get(number), historical.get(number), words.departments().get(tasks.get(number).leadDepartment()),
                joined("\n", minutes.getOrDefault(number, List.of())), words.people().get(historical.get(number).recordedBy()))).toList();
    }

    /** Few pages have any, the others cost nothing. */
    private Map<String, Historical> historical(Map<String, RectificationTask> tasks) {
        List<String> numbers = tasks.values().stream().filter(RectificationTask::isHistorical).map(RectificationTask::taskNumber).toList();
        return numbers.isEmpty() ? Map.of() : records.historical(numbers);
    }

    List<TaskLine> tasks(Collection<String> taskNumbers, Words words) {
        Map<String, RectificationTask> tasks = ledger.tasksBy(taskNumbers);
        Map<String, String> measures = records.measuresDone(taskNumbers);
        return taskNumbers.stream().map(tasks::get).filter(Objects::nonNull).map(task -> new TaskLine(task, Fulfilment.of(task, words.horizon()), words.departments().get(task.leadDepartment()),
                words.people().get(task.leadLeader()), measures.getOrDefault(task.taskNumber(), "0/0"))).toList();
    }
}

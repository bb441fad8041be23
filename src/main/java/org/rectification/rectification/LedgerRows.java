package org.rectification.rectification;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of the ledger, chosen and ordered by the database: of a hundred thousand no more than a page is read. */
@Service
@Transactional(readOnly = true)
public class LedgerRows {

    /** The same colours as {@link Horizon#light}, where the database has to choose by them; for a task {@code t} and a {@link Selection}'s parameters. */
    public static final String LIGHT = """
            case when t.status = 'SIGNED_OFF' or t.historical then 'DONE' when t.status in ('BLOCKED', 'WITHDRAWN') then 'PAUSED' when t.deadline is null then 'GREEN'
              when t.deadline <= :over then 'RED'
              when t.deadline <= (case when t.kind = 'IMMEDIATE' then :yellowImmediate else :yellow end) then 'YELLOW'
              when t.deadline <= (case when t.kind = 'IMMEDIATE' then :blueImmediate else :blue end) then 'BLUE' else 'GREEN' end""";

    /** Every column of a row, lights by their colour; by urgency those come first that wait for somebody, the next deadline first. */
    private static final Map<String, String> SORT = Map.ofEntries(entry("taskNumber", "t.task_number"), entry("problem", "t.problem"), entry("title", "t.title"),
            entry("kind", "t.kind"), entry("phase", "t.phase"), entry("leadDepartment", "t.lead_department"), entry("leadLeader", "t.lead_leader"), entry("deadline", "t.deadline"),
            entry("originalDeadline", "t.original_deadline"), entry("extensions", "t.extensions"), entry("daysLeft", "t.deadline"), entry("round", "t.round"), entry("rebounds", "t.rebounds"), entry("status", inTurn()),
            entry("light", "case " + LIGHT + " when 'RED' then 1 when 'YELLOW' then 2 when 'BLUE' then 3 when 'GREEN' then 4 when 'PAUSED' then 5 else 6 end"),
            entry("urgency", "case " + LIGHT + " when 'DONE' then 2 when 'PAUSED' then 1 else 0 end"));

    /** Where tasks stand in the order in which they go through it, instead of by letters. */
    private static String inTurn() {
        return Stream.of(TaskStatus.values()).map(status -> "when '" + status.name() + "' then " + status.ordinal()).collect(Collectors.joining(" ", "case t.status ", " end"));
    }

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Organization organization;
    private final LedgerView ledger;

    LedgerRows(JdbcClient jdbc, Cases cases, Organization organization, LedgerView ledger) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.organization = organization;
        this.ledger = ledger;
    }

    /**
     * The tasks {@code t} of one case that fit a filter and that one person may see.
     *
     * @param where  safe SQL
     * @param params for it and for {@link #LIGHT}
     */
    public record Selection(String where, Map<String, Object> params) {}

    /** @throws org.rectification.refusal.Refusal UNKNOWN without such a case, INPUT naming what cannot be filtered by */
    public Selection selection(String caseNumber, LedgerFilter filter, Person reader) {
        cases.get(caseNumber);
        Flaws flaws = new Flaws();
        Conditions conditions = new Conditions(ledger.horizon()).and("t.case_number = :caseNumber", "caseNumber", caseNumber)
                .and("t.lead_department = :department", "department", known("department", "科室", filter.department(), organization.departmentNames(), flaws))
                .and("t.lead_leader = :leader", "leader", known("leader", "责任领导", filter.leader(), organization.personNames(), flaws))
                .and(LIGHT + " = :light", "light", name(flaws.choice("light", "灯色", filter.light(), Light.class)))
                .and("t.status = :status", "status", name(flaws.choice("status", "状态", filter.status(), TaskStatus.class)))
                .and("t.kind = :kind", "kind", name(flaws.choice("kind", "整改类型", filter.kind(), TaskKind.class)))
                .and("t.phase = :phase", "phase", name(flaws.choice("phase", "阶段", filter.phase(), Phase.class)))
                .and("t.historical = :historical", "historical", Boolean.TRUE.equals(filter.historical()) ? true : null)
                .and("t.problem = :problem", "problem", number(filter.problem(), flaws))
                .and("t.problem in (select p.number from ledger.problem p where p.case_number = :caseNumber and p.aspect = :aspect)", "aspect", flaws.optionalText("aspect", "方面", filter.aspect(), 200))
                .and("t.deadline >= :deadlineFrom", "deadlineFrom", flaws.optionalDate("deadlineFrom", "时限", filter.deadlineFrom()))
                .and("t.deadline <= :deadlineTo", "deadlineTo", flaws.optionalDate("deadlineTo", "时限", filter.deadlineTo()))
                .and("t.signed_off_at >= :signedOffFrom and t.status = 'SIGNED_OFF'", "signedOffFrom", flaws.optionalDate("signedOffFrom", "销号日期", filter.signedOffFrom()))
                .and("t.signed_off_at < :signedOffTo and t.status = 'SIGNED_OFF'", "signedOffTo", nextDay(flaws.optionalDate("signedOffTo", "销号日期", filter.signedOffTo())))
                .and("(lower(t.title) like :q escape '!' or lower(t.task_number) like :q escape '!' or t.problem in (select p.number from ledger.problem p where p.case_number = :caseNumber and lower(p.title) like :q escape '!'))", "q", pattern(flaws.optionalText("q", "查询内容", filter.q(), 100)));
        flaws.refuseInput();
        if (!reader.readsEverything()) conditions.concerning(reader);
        return conditions.selection();
    }

    private static String known(String field, String label, String value, Map<String, String> names, Flaws flaws) {
        String wanted = flaws.optionalText(field, label, value, 64);
        if (wanted != null && !names.containsKey(wanted)) flaws.add(field, label + "“" + wanted + "”不存在");
        return wanted;
    }

    private static String name(Enum<?> choice) {
        return choice == null ? null : choice.name();
    }

    private static Integer number(String problem, Flaws flaws) {
        if (problem == null || problem.isBlank()) return null;
        if (problem.strip().matches("\\d{1,6}")) return Integer.valueOf(problem.strip());
        flaws.add("problem", "问题应填序号");
        return null;
    }

    private static LocalDate nextDay(LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static String pattern(String q) {
        return q == null ? null : "%" + q.toLowerCase().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static final class Conditions {

        private final List<String> where = new ArrayList<>();
        private final Map<String, Object> params;

        Conditions(Horizon horizon) {
            params = new HashMap<>(Map.of("over", horizon.over(), "yellow", horizon.yellow(), "blue", horizon.blue(),
                    "yellowImmediate", horizon.yellowImmediate(), "blueImmediate", horizon.blueImmediate()));
        }

        /** Without a value there is no condition. */
        Conditions and(String condition, String name, Object value) {
            if (value == null) return this;
            where.add(condition);
            params.put(name, value);
            return this;
        }

        Conditions concerning(Person reader) {
            params.put("readers", Stream.concat(Stream.of(reader.userId()), reader.standsInFor().stream()).toList());
            params.put("inDepartment", !reader.departments().isEmpty());
            return and("""
                    (t.lead_department in (:mine) or t.lead_leader in (:readers) or t.supported_by_all and :inDepartment
                     or exists (select 1 from ledger.supporting_department s where s.task_number = t.task_number and s.department in (:mine)))""",
                    "mine", reader.departments().isEmpty() ? List.of("") : List.copyOf(reader.departments()));
        }

        Selection selection() {
            return new Selection(String.join(" and ", where), params);
        }
    }

    /** The rows that this person may see. */
    public Listing<LedgerRow> rows(String caseNumber, LedgerFilter filter, String page, String size, String sort, Person reader) {
        Listing.Wanted wanted = wanted(page, size, sort);
        Selection selection = selection(caseNumber, filter, reader);
        long total = jdbc.sql("select count(*) from ledger.rectification_task t where " + selection.where()).params(selection.params()).query(Long.class).single();
        List<LedgerRow> content = jdbc.sql("select t.* from ledger.rectification_task t where " + selection.where() + " order by " + wanted.orderBy()
                + " limit " + wanted.size() + " offset " + wanted.offset()).params(selection.params()).query(LedgerRows::row).list();
        return new Listing<>(coloured(content), wanted.page(), wanted.size(), total);
    }

    private static Listing.Wanted wanted(String page, String size, String sort) {
        return Listing.Wanted.read(page, size, sort, SORT, sort != null && (sort.strip().startsWith("light") || sort.strip().startsWith("urgency")) ? "t.deadline, t.problem, t.ordinal" : "t.problem, t.ordinal");
    }

    /** How many rows show which light, withdrawn ones left out; every light has a number, the most urgent first. */
    public Map<Light, Long> lights(String caseNumber, LedgerFilter filter, Person reader) {
        Selection selection = selection(caseNumber, filter, reader);
        Map<Light, Long> lights = new LinkedHashMap<>();
        Light.byUrgency().forEach(light -> lights.put(light, 0L));
        jdbc.sql("select light, count(*) from (select " + LIGHT + " as light from ledger.rectification_task t where " + selection.where() + " and t.status <> 'WITHDRAWN') lit group by light")
                .params(selection.params()).query(row -> {
                    lights.put(Light.valueOf(row.getString(1)), row.getLong(2));
                });
        return lights;
    }

    /** Problem number → numbers of its tasks that this person may see, both in the order of the ledger; problems without any are left out. */
    public Map<Integer, List<String>> taskNumbers(String caseNumber, LedgerFilter filter, Person reader) {
        return runs(caseNumber, filter, null, reader).stream().collect(Collectors.toMap(Run::problem, Run::taskNumbers, (one, other) -> one, LinkedHashMap::new));
    }

    /** Tasks that stand beneath each other and belong to one problem, by their numbers. */
    public record Run(int problem, List<String> taskNumbers) {}

    /** The tasks that this person may see, in the order of his page; unless sorted there is one run a problem. */
    public List<Run> runs(String caseNumber, LedgerFilter filter, String sort, Person reader) {
        Selection selection = selection(caseNumber, filter, reader);
        List<Run> runs = new ArrayList<>();
        jdbc.sql("select t.problem, t.task_number from ledger.rectification_task t where " + selection.where() + " order by " + wanted(null, null, sort).orderBy()).params(selection.params()).query(row -> {
            int problem = row.getInt(1);
            if (runs.isEmpty() || runs.get(runs.size() - 1).problem() != problem) runs.add(new Run(problem, new ArrayList<>()));
            runs.get(runs.size() - 1).taskNumbers().add(row.getString(2));
        });
        return runs;
    }

    /** Open tasks of every case that this person's departments lead or support or that he leads, the most urgent first. */
    public List<LedgerRow> openTasksConcerning(Person reader, int most) {
        Selection concerning = new Conditions(ledger.horizon()).concerning(reader).selection();
        return coloured(jdbc.sql("select t.* from ledger.rectification_task t where t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'WITHDRAWN') and " + concerning.where()
                + " order by t.deadline, t.task_number limit " + most).params(concerning.params()).query(LedgerRows::row).list());
    }

    /** Open tasks of every case that this leader leads and that are blocked or due by then, the most urgent first. */
    public List<LedgerRow> pressingTasksLedBy(String leader, LocalDate dueBy, int most) {
        return coloured(jdbc.sql("select t.* from ledger.rectification_task t where t.lead_leader = :leader and t.status not in ('NOT_STARTED', 'SIGNED_OFF', 'WITHDRAWN') "
                + "and (t.deadline <= :dueBy or t.status = 'BLOCKED') order by t.deadline, t.task_number limit " + most).param("leader", leader).param("dueBy", dueBy).query(LedgerRows::row).list());
    }

    private static LedgerRow row(ResultSet row, int n) throws SQLException {
        return new LedgerRow(row.getString("task_number"), row.getInt("problem"), row.getString("title"), TaskKind.valueOf(row.getString("kind")),
                Phase.valueOf(row.getString("phase")), row.getString("lead_department"), row.getString("lead_leader"), row.getObject("deadline", LocalDate.class),
                row.getObject("original_deadline", LocalDate.class), row.getInt("extensions"), null, null, row.getInt("round"), row.getInt("rebounds"), TaskStatus.valueOf(row.getString("status")), null, row.getBoolean("historical"),
                row.getString("ledger_exit") == null ? null : LedgerExit.valueOf(row.getString("ledger_exit")));
    }

    private List<LedgerRow> coloured(List<LedgerRow> rows) {
        Horizon horizon = ledger.horizon();
        return rows.stream().map(row -> new LedgerRow(row.taskNumber(), row.problem(), row.title(), row.kind(), row.phase(), row.leadDepartment(), row.leadLeader(), row.deadline(),
                row.originalDeadline(), row.extensions(), horizon.daysLeft(row.deadline()), row.timed() ? horizon.putOffTo(row.deadline()) : null, row.round(), row.rebounds(), row.status(),
                row.historical() ? Light.DONE : horizon.light(row.status(), row.kind(), row.deadline()), row.historical(), row.ledgerExit())).toList();
    }
}

package org.rectification.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerRows.Selection;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.rectification.Phase;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a board shows: so many statements whatever the number of tasks, each answering with counts. */
@Service
@Transactional(readOnly = true)
public class Boards {

    /** More rows than this are no picture any more. */
    static final int MOST_PROBLEMS = 40;
    private static final int MOST_MARKS = 300;
    private static final int MOST_CASES = 200;
    private static final int LATEST_STEPS = 6;

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final DeadlineWatch watch;
    private final Organization organization;
    private final JdbcClient jdbc;

    Boards(LedgerView ledger, LedgerRows rows, DeadlineWatch watch, Organization organization, JdbcClient jdbc) {
        this.ledger = ledger;
        this.rows = rows;
        this.watch = watch;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    public record Choice(String caseNumber, String title, CaseStage stage) {}

    /** Cases to choose from: first the running ones, of these the one with the most open tasks. */
    public List<Choice> cases() {
        return jdbc.sql("""
                select case_number, title, stage from ledger.rectification_case
                order by case when stage = 'CLOSED' then 2 when launched_at is null then 1 else 0 end, open_tasks desc, feedback_date desc, case_number limit :most""")
                .param("most", MOST_CASES).query((row, n) -> new Choice(row.getString(1), row.getString(2), CaseStage.valueOf(row.getString(3)))).list();
    }

    /** @throws Refusal UNKNOWN without such a case, NOT_YOURS for whoever does not read everything, INPUT for a filter that does not exist */
    public Board of(String caseNumber, BoardFilter filter, Person reader) {
        if (!reader.readsEverything()) throw Refusal.notYours("全案看板由整改办、领导小组、督导和监督人员查看；本科室的任务在工作台和整改台账里");
        Selection selection = rows.selection(caseNumber, filter.rows(), reader);
        Selection ofAnyLight = rows.selection(caseNumber, filter.rows().withoutLight(), reader);
        CaseFigures figures = ledger.figures(caseNumber);
        LocalDate today = ledger.horizon().today();
        List<Counted> counted = counted(selection);
        return new Board(today, figures, lights(counted), departments(counted), aspects(counted), timeline(figures, selection), trend(ledger.caseOf(caseNumber), today, ofAnyLight),
                watch.levelsOf(caseNumber, filter.department(), filter.leader()), watch.latestStepsOf(caseNumber, filter.department(), filter.leader(), LATEST_STEPS));
    }

    private record Counted(String department, String aspect, int first, Light light, long tasks) {}

    private List<Counted> counted(Selection selection) {
        return jdbc.sql("""
                select lit.lead_department, p.aspect, min(p.number) as first, lit.light, sum(lit.tasks) as tasks from (
                  select lead_department, problem, light, count(*) as tasks from (
                    select t.lead_department, t.problem, %s as light from ledger.rectification_task t where %s and t.status <> 'WITHDRAWN') each_task
                  group by lead_department, problem, light) lit
                join ledger.problem p on p.case_number = :caseNumber and p.number = lit.problem
                group by lit.lead_department, p.aspect, lit.light""".formatted(LedgerRows.LIGHT, selection.where())).params(selection.params())
                .query((row, n) -> new Counted(row.getString(1), row.getString(2), row.getInt(3), Light.valueOf(row.getString(4)), row.getLong(5))).list();
    }

    private static Map<Light, Long> lights(List<Counted> counted) {
        Map<Light, Long> lights = new LinkedHashMap<>();
        Light.byUrgency().forEach(light -> lights.put(light, 0L));
        counted.forEach(each -> lights.merge(each.light(), each.tasks(), Long::sum));
        return lights;
    }

    private List<Board.LightShare> departments(List<Counted> counted) {
        Map<String, String> names = organization.departmentNames();
        List<String> order = List.copyOf(names.keySet());
        return by(counted.stream().filter(each -> each.department() != null).toList(), Counted::department, names).stream()
                .sorted(Comparator.comparing((Board.LightShare share) -> share.of(Light.RED)).reversed().thenComparing(share -> order.indexOf(share.code()))).toList();
    }

    private static List<Board.LightShare> aspects(List<Counted> counted) {
        return by(counted.stream().sorted(Comparator.comparing(Counted::first)).toList(), Counted::aspect, Map.of());
    }

    private static List<Board.LightShare> by(List<Counted> counted, Function<Counted, String> part, Map<String, String> names) {
        return counted.stream().collect(Collectors.groupingBy(part, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(each -> new Board.LightShare(each.getKey(), names.getOrDefault(each.getKey(), each.getKey()), lights(each.getValue()))).toList();
    }

    private Board.Timeline timeline(CaseFigures figures, Selection selection) {
        long[] all = {0};
        List<Board.ProblemRow> problems = problems(selection, all);
        List<Board.Mark> marks = marks(problems, selection);
        return new Board.Timeline(problems, all[0] - problems.size(), marks, putOff(problems, marks), phases(figures.caseNumber()), figures.concentratedDeadline());
    }

    private Map<LocalDate, LocalDate> putOff(List<Board.ProblemRow> problems, List<Board.Mark> marks) {
        Horizon horizon = ledger.horizon();
        return Stream.concat(problems.stream().map(Board.ProblemRow::nextDeadline), marks.stream().map(Board.Mark::deadline)).filter(day -> horizon.putOffTo(day) != null).distinct()
                .collect(Collectors.toMap(Function.identity(), horizon::putOffTo));
    }

    /** @param all how many problems there are, shown or not */
    private List<Board.ProblemRow> problems(Selection selection, long[] all) {
        return jdbc.sql("""
                select c.problem, p.title, p.aspect, c.tasks, c.signed_off, c.next_deadline, c.overdue, c.problems from (
                  select t.problem, count(*) as tasks, count(case when t.status = 'SIGNED_OFF' then 1 end) as signed_off,
                    min(case when t.status not in ('SIGNED_OFF', 'BLOCKED') then t.deadline end) as next_deadline, count(case when %s = 'RED' then 1 end) as overdue, count(*) over () as problems
                  from ledger.rectification_task t where %s and t.status <> 'WITHDRAWN' group by t.problem
                  order by case when count(*) > count(case when t.status = 'SIGNED_OFF' then 1 end) then 0 else 1 end, t.problem limit %d) c
                join ledger.problem p on p.case_number = :caseNumber and p.number = c.problem order by c.problem""".formatted(LedgerRows.LIGHT, selection.where(), MOST_PROBLEMS)).params(selection.params())
                .query((row, n) -> {
                    all[0] = row.getLong(8);
                    return new Board.ProblemRow(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getObject(6, LocalDate.class), row.getLong(7));
                }).list();
    }

    private List<Board.Mark> marks(List<Board.ProblemRow> problems, Selection selection) {
        if (problems.isEmpty()) return List.of();
        Map<String, Object> params = new HashMap<>(selection.params());
        params.put("shown", problems.stream().map(Board.ProblemRow::number).toList());
        return Board.Mark.gathered(jdbc.sql("""
                select problem, deadline, light, count(*), min(task_number), min(title) from (
                  select t.problem, t.deadline, t.task_number, t.title, %s as light from ledger.rectification_task t
                  where %s and t.status <> 'WITHDRAWN' and t.deadline is not null and t.problem in (:shown)) each_task
                group by problem, deadline, light order by problem, deadline, light""".formatted(LedgerRows.LIGHT, selection.where())).params(params)
                .query((row, n) -> new Board.Mark(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(2, LocalDate.class), Light.valueOf(row.getString(3)), row.getLong(4), row.getString(5), row.getString(6))).list(), MOST_MARKS);
    }

    private List<Board.PhaseLine> phases(String caseNumber) {
        return jdbc.sql("select phase, deadline from ledger.case_phase where case_number = ? order by deadline").param(caseNumber)
                .query((row, n) -> new Board.PhaseLine(Phase.valueOf(row.getString(1)).label(), row.getObject(2, LocalDate.class))).list();
    }

    private Board.Trend trend(RectificationCase ofCase, LocalDate today, Selection selection) {
        long tasks = jdbc.sql("select count(*) from ledger.rectification_task t where " + selection.where() + " and t.status <> 'WITHDRAWN'").params(selection.params()).query(Long.class).single();
        Map<LocalDate, Long> signedOff = new HashMap<>();
        jdbc.sql("select cast(t.signed_off_at as date), count(*) from ledger.rectification_task t where " + selection.where() + " and t.status = 'SIGNED_OFF' and t.signed_off_at is not null group by cast(t.signed_off_at as date)")
                .params(selection.params()).query(row -> {
                    signedOff.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return new Board.Trend(tasks, ofCase.launchedAt() == null ? List.of() : halves(ofCase.launchedAt().toLocalDate(), today, signedOff));
    }

    static List<Board.HalfMonth> halves(LocalDate launched, LocalDate today, Map<LocalDate, Long> signedOff) {
        List<Board.HalfMonth> halves = new ArrayList<>();
        long cumulative = 0;
        for (LocalDate from = launched.withDayOfMonth(launched.getDayOfMonth() <= 15 ? 1 : 16); !from.isAfter(today); ) {
            LocalDate to = from.getDayOfMonth() == 1 ? from.withDayOfMonth(15) : from.withDayOfMonth(from.lengthOfMonth());
            LocalDate begin = from;
            long within = signedOff.entrySet().stream().filter(day -> !day.getKey().isBefore(begin) && !day.getKey().isAfter(to)).mapToLong(Map.Entry::getValue).sum();
            cumulative += within;
            halves.add(new Board.HalfMonth(from.getMonthValue() + "月" + (from.getDayOfMonth() == 1 ? "上" : "下"), from, to, within, cumulative));
            from = to.plusDays(1);
        }
        return halves;
    }
}

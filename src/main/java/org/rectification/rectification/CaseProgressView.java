package org.rectification.rectification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a case has come, by department and by phase, counted in tasks and in measures. */
@Service
@Transactional(readOnly = true)
public class CaseProgressView {

    private static final String COUNTS = """
            select t.%1$s as part, count(distinct case when t.status <> 'WITHDRAWN' then t.task_number end) as tasks,
              count(distinct case when t.status = 'SIGNED_OFF' then t.task_number end) as signed_off, count(m.id) as measures, count(m.done_on) as measures_done
            from ledger.rectification_task t left join ledger.measure m on m.task_number = t.task_number and (t.status <> 'WITHDRAWN' or m.done_on is not null)
            where t.case_number = ? and t.%1$s is not null group by t.%1$s order by t.%1$s""";

    private final Cases cases;
    private final JdbcClient jdbc;

    CaseProgressView(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    public record Share(Completion tasks, Completion measures) {

        static final Share NOTHING = new Share(Completion.of(0, 0), Completion.of(0, 0));
    }

    public record DepartmentShare(String department, Completion tasks, Completion measures) {}

    /** @param deadline null where the case has set none */
    public record Milestone(Phase phase, String name, LocalDate deadline, Completion tasks, Completion measures) {

        public boolean isOverdue(LocalDate today) {
            return deadline != null && deadline.isBefore(today) && tasks.open() > 0;
        }
    }

    public record CaseProgress(List<DepartmentShare> departments, List<Milestone> phases) {}

    /** Phases are those of the whole case; of the departments somebody sees those whose tasks he may read. */
    public CaseProgress of(String caseNumber, Person reader) {
        cases.get(caseNumber);
        List<DepartmentShare> departments = jdbc.sql(COUNTS.formatted("lead_department")).param(caseNumber)
                .query((row, n) -> new DepartmentShare(row.getString("part"), share(row).tasks(), share(row).measures())).list().stream()
                .filter(share -> reader.readsEverything() || reader.departments().contains(share.department())).toList();
        Map<Phase, Share> byPhase = new EnumMap<>(Phase.class);
        jdbc.sql(COUNTS.formatted("phase")).param(caseNumber).query(row -> {
            byPhase.put(Phase.valueOf(row.getString("part")), share(row));
        });
        Map<Phase, LocalDate> deadlines = new EnumMap<>(Phase.class);
        jdbc.sql("select phase, deadline from ledger.case_phase where case_number = ?").param(caseNumber).query(row -> {
            deadlines.put(Phase.valueOf(row.getString(1)), row.getObject(2, LocalDate.class));
        });
        return new CaseProgress(departments, Arrays.stream(Phase.values()).map(phase -> {
            Share share = byPhase.getOrDefault(phase, Share.NOTHING);
            return new Milestone(phase, phase.label(), deadlines.get(phase), share.tasks(), share.measures());
        }).toList());
    }

    private static Share share(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Share(Completion.of(row.getLong("signed_off"), row.getLong("tasks")), Completion.of(row.getLong("measures_done"), row.getLong("measures")));
    }

    /** @param deadlines phase name → ISO date; blank takes a deadline away, what is left out stays */
    @Transactional
    public void setPhaseDeadlines(String caseNumber, Map<String, String> deadlines, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("阶段时限由整改办设定，您不在整改办");
        RectificationCase ofCase = cases.get(caseNumber);
        Flaws flaws = new Flaws();
        Map<Phase, LocalDate> wanted = new EnumMap<>(Phase.class);
        for (var entry : (deadlines == null ? Map.<String, String>of() : deadlines).entrySet()) {
            Phase phase = flaws.choice(entry.getKey(), "阶段", entry.getKey(), Phase.class);
            LocalDate deadline = flaws.optionalDate(entry.getKey(), "阶段时限", entry.getValue());
            if (deadline != null && deadline.isBefore(ofCase.feedbackDate())) flaws.add(entry.getKey(), "阶段时限" + deadline + "早于反馈日期" + ofCase.feedbackDate());
            if (phase != null) wanted.put(phase, deadline);
        }
        flaws.refuseInput();
        wanted.forEach((phase, deadline) -> {
            jdbc.sql("delete from ledger.case_phase where case_number = ? and phase = ?").params(caseNumber, phase.name()).update();
            if (deadline != null) jdbc.sql("insert into ledger.case_phase (case_number, phase, deadline) values (?, ?, ?)").params(caseNumber, phase.name(), deadline).update();
        });
    }
}

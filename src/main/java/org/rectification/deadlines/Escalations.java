package org.rectification.deadlines;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.rectification.TaskWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From circulated criticism upward a step takes effect only once a person has confirmed it; what nobody confirms in time lapses. */
@Service
@Transactional
public class Escalations {

    private static final String[] NUMERALS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final AwaitedSteps steps;
    private final LetterNumbers numbers;
    private final Organization organization;
    private final DeadlineSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalations(AwaitedSteps steps, LetterNumbers numbers, Organization organization, DeadlineSettings settings, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.steps = steps;
        this.numbers = numbers;
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Keys of the steps that somebody has to confirm and nobody has been asked about yet. */
    @Transactional(readOnly = true)
    public List<String> unasked() {
        return jdbc.sql("select id from ledger.ladder_step where status = 'AWAITING' and begun = false order by id").query(Long.class).list().stream().map(Escalation::key).toList();
    }

    /** The asking begins for a step that the watch has recorded, once, and for no other. */
    public void begun(String key) {
        Escalation step = Escalation.idIn(key).flatMap(steps::findById).orElseThrow(() -> Refusal.ofRule("督办确认由系统在时限巡查时发起，不能手工发起"));
        step.begun();
        steps.save(step);
    }

    @Transactional(readOnly = true)
    public Escalation step(String key) {
        return steps.get(key);
    }

    /** Confirmed, it takes effect at once and its letter gets its number. */
    public void decided(String key, String by, boolean confirmed, String opinion) {
        Escalation step = steps.get(key);
        organization.requireImpartial(step.department(), step.leadLeader(), by);
        if (confirmed) {
            step.confirmed(by, opinion, organization.people().stream().filter(person -> person.headsDepartment(step.department())).map(Person::userId).sorted().toList(), now());
            if (step.letter() != null) step.numbered(now().getYear(), numbers.next(step.letter(), now().getYear(), 1));
        } else {
            step.declined(by, opinion, now());
        }
        steps.save(step);
    }

    public void lapsed(String key) {
        Escalation step = steps.get(key);
        step.lapsed(NUMERALS[settings.confirmDays()] + "个工作日内无人确认", now());
        steps.save(step);
    }

    @EventListener
    void lapse(TaskWithdrawn withdrawn) {
        jdbc.sql("select id from ledger.ladder_step where subject = ? and status = 'AWAITING' order by id").param(withdrawn.taskNumber()).query(Long.class).list().forEach(id -> {
            Escalation step = steps.get(Escalation.key(id));
            step.lapsed("任务已撤销", now());
            steps.save(step);
            events.publishEvent(new EscalationEnded(Escalation.key(id)));
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

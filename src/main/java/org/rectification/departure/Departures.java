package org.rectification.departure;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.audit.AuditTrail;
import org.rectification.departure.HeldSteps.HeldStep;
import org.rectification.organization.Deputies;
import org.rectification.organization.Deputy;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.organization.Ranks;
import org.rectification.rectification.PersonalDuties;
import org.rectification.rectification.PersonalDuties.OpenMeasure;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 离任移交: whatever somebody who leaves holds goes to his successor at one moment; what he signed stays his. */
@Service
@Transactional
public class Departures {

    private final Organization organization;
    private final Deputies deputies;
    private final Ranks ranks;
    private final PersonalDuties duties;
    private final HeldSteps steps;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Departures(Organization organization, Deputies deputies, Ranks ranks, PersonalDuties duties, HeldSteps steps, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.deputies = deputies;
        this.ranks = ranks;
        this.duties = duties;
        this.steps = steps;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param roles as users say them; what the successor becomes beside what he is
     * @param gaps  places among them that would go to somebody of lower rank
     */
    public record Preview(Person leaver, Person successor, List<String> roles, List<Ranks.Gap> gaps, List<HeldStep> steps, List<RectificationTask> led, List<OpenMeasure> measures, List<Deputy> deputies) {}

    public record Departure(String userId, String name, String successor, String successorName, LocalDateTime leftAt) {}

    /** What would move; it changes nothing. */
    @Transactional(readOnly = true)
    public Preview preview(String leaver, String successor, Person by) {
        requireAdmin(by);
        Person from = here("leaver", "离任人", leaver);
        Person to = here("successor", "接任人", successor);
        requireFit(from, to);
        return new Preview(from, to, organization.roleNames(from).stream().filter(role -> !role.equals(Groups.NAMES.get(Groups.CAMUNDA_ADMIN))).toList(), ranks.between(from, to), steps.of(from.userId()),
                duties.ledBy(from), duties.measuresOf(from), deputies.heldBy(from.userId()));
    }

    public void handedOver(String leaver, String successor, Person by) {
        Preview held = preview(leaver, successor, by);
        Person from = held.leaver();
        Person to = held.successor();
        deputies.passedOn(from.userId(), to.userId(), by.userId());
        steps.passedOn(from.userId(), to.userId());
        organization.left(from.userId(), to.userId(), now());
        duties.passedOn(from, to, from.name() + "离任，由" + to.name() + "接任");
        audit.record(by.userId(), "离任移交", from.userId() + " → " + to.userId(), "待办%d件、责任领导%d项、措施%d条、代理%d次".formatted(
                held.steps().size(), held.led().size(), held.measures().size(), held.deputies().size()));
    }

    private Person here(String field, String label, String userId) {
        if (userId == null || userId.isBlank()) throw Refusal.ofInput(field, "请选择" + label);
        return organization.peopleByThemselves().stream().filter(person -> person.userId().equals(userId.strip())).findFirst()
                .orElseThrow(() -> Refusal.ofInput(field, label + "“" + userId.strip() + "”不在人员名册中，或者已经离任"));
    }

    private void requireFit(Person from, Person to) {
        if (from.userId().equals(to.userId())) throw Refusal.ofRule("接任人不能是离任人自己，请另选一位");
        boolean decides = from.groups().stream().anyMatch(group -> !group.equals(Groups.AUDITOR) && !group.equals(Groups.CAMUNDA_ADMIN));
        if (decides && Stream.of(Groups.AUDITOR, Groups.CAMUNDA_ADMIN).anyMatch(to::isIn)) throw Refusal.ofRule(to.name() + "是审计或平台管理员，不参与任何决定，不能接任");
        boolean lastAdmin = from.isIn(Groups.CAMUNDA_ADMIN) && organization.peopleByThemselves().stream().filter(person -> person.isIn(Groups.CAMUNDA_ADMIN)).count() == 1;
        if (lastAdmin) throw Refusal.ofRule(from.name() + "是唯一的平台管理员，请先在人员名册中指定另一位平台管理员");
    }

    private static void requireAdmin(Person by) {
        if (!by.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("离任移交由平台管理员办理");
    }

    /** The last one first. */
    @Transactional(readOnly = true)
    public List<Departure> all() {
        return jdbc.sql("""
                select p.user_id, p.name, p.successor, s.name as successor_name, p.left_at from ledger.person p
                join ledger.person s on s.user_id = p.successor where p.left_at is not null order by p.left_at desc""").query(Departure.class).list();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

package org.rectification.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** AB角: on the days written down, and by themselves no longer, deputies are what those are who are away. */
@Service
@Transactional
public class Deputies {

    private static final int LONGEST_DAYS = 366;
    private static final String COLUMNS = "select id, absent, deputy, from_on, to_on, reason, entered_by, entered_at, ended_by, ended_at from ledger.deputy ";

    private final Organization organization;
    private final Ranks ranks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deputies(Organization organization, Ranks ranks, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.organization = organization;
        this.ranks = ranks;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** As typed; days are ISO dates, both included. */
    public record Draft(String absent, String deputy, String from, String to, String reason) {

        public static final Draft EMPTY = new Draft(null, null, null, null, null);
    }

    public Deputy entered(Draft draft, Person by) {
        Flaws flaws = new Flaws();
        Person absent = known("absent", "被代理人", draft.absent(), flaws);
        Person deputy = known("deputy", "代理人", draft.deputy(), flaws);
        LocalDate from = flaws.date("from", "开始日期", draft.from());
        LocalDate to = flaws.date("to", "结束日期", draft.to());
        String reason = flaws.text("reason", "事由", draft.reason(), 200);
        if (from != null && from.isBefore(today())) flaws.add("from", "开始日期" + from + "已过，代理最早从今天" + today() + "起");
        if (from != null && to != null && to.isBefore(from)) flaws.add("to", "结束日期" + to + "早于开始日期" + from);
        if (from != null && to != null && ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) flaws.add("to", "一次代理最长" + LONGEST_DAYS + "天，长期离岗请由平台管理员办理离任移交");
        flaws.refuseInput();
        if (!mayEnterFor(absent, by)) throw Refusal.notYours("代理由本人、本科室负责人或平台管理员登记，您不能为" + absent.name() + "登记");
        requireFit(absent, deputy);
        jdbc.sql("select user_id from ledger.person where user_id in (?, ?) order by user_id for update").params(absent.userId(), deputy.userId()).query(String.class).list();
        requireFree(absent, deputy, from, to);
        jdbc.sql("insert into ledger.deputy (absent, deputy, from_on, to_on, reason, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(absent.userId(), deputy.userId(), from, to, reason, by.userId(), now()).update();
        announce(deputy.userId());
        return touching(absent.userId(), from, to).get(0);
    }

    private Person known(String field, String label, String userId, Flaws flaws) {
        Person person = userId == null || userId.isBlank() ? null : organization.find(userId.strip()).map(Organization::byHimself).orElse(null);
        if (userId == null || userId.isBlank()) flaws.add(field, "请选择" + label);
        else if (person == null || organization.hasLeft(person.userId())) flaws.add(field, label + "“" + userId.strip() + "”不在人员名册中");
        return person;
    }

    /** He himself, the platform's admin, or whoever heads his department. */
    public boolean mayEnterFor(Person absent, Person by) {
        return absent.userId().equals(by.userId()) || by.isIn(Groups.CAMUNDA_ADMIN) || absent.department() != null && by.headsDepartment(absent.department());
    }

    /** Whom no rule keeps from standing in for him, whatever the days. */
    @Transactional(readOnly = true)
    public List<Person> fitFor(Person absent) {
        Person himself = Organization.byHimself(absent);
        return ranks.fitting(himself, organization.peopleByThemselves().stream().filter(person -> !person.userId().equals(himself.userId()) && !decidesNothing(person)).toList());
    }

    /** Whether others may stand in for him at all. */
    public static boolean mayBeStoodInFor(Person absent) {
        return !absent.groups().stream().allMatch(Groups.CAMUNDA_ADMIN::equals);
    }

    private static boolean decidesNothing(Person person) {
        return Stream.of(Groups.AUDITOR, Groups.CAMUNDA_ADMIN).anyMatch(person::isIn);
    }

    private void requireFit(Person absent, Person deputy) {
        if (absent.userId().equals(deputy.userId())) throw Refusal.ofRule("代理人不能是本人，请另选一位同事");
        if (decidesNothing(deputy)) throw Refusal.ofRule(deputy.name() + "是审计或平台管理员，不参与任何决定，不能代理他人");
        if (!mayBeStoodInFor(absent)) throw Refusal.ofRule(absent.name() + "没有可以由他人代理的角色，平台管理员的权限不能代理");
        for (Ranks.Gap gap : ranks.between(absent, deputy)) throw Refusal.ofRule(absent.name() + "是" + gap.place() + "，代理人须是" + gap.fitting() + "，" + deputy.name() + "不是，请另选一位");
    }

    /** One deputy at a time, and none who is away himself or has somebody's place to hand on. */
    private void requireFree(Person absent, Person deputy, LocalDate from, LocalDate to) {
        for (Deputy other : touching(absent.userId(), from, to)) {
            throw Refusal.ofRule(absent.name() + "在" + other.fromOn() + "至" + other.toOn() + "已由" + nameOf(other.deputy()) + "代理，日期不能重叠，请先结束那一次");
        }
        for (Deputy other : touching(deputy.userId(), from, to)) {
            throw Refusal.ofRule(deputy.name() + "在" + other.fromOn() + "至" + other.toOn() + "自己由" + nameOf(other.deputy()) + "代理，不能同时代理他人，请另选一位同事");
        }
        all("where deputy = ? and ended_at is null and from_on <= ? and to_on >= ? order by from_on", absent.userId(), to, from).stream().findFirst().ifPresent(other -> {
            throw Refusal.ofRule(absent.name() + "在" + other.fromOn() + "至" + other.toOn() + "正代理" + nameOf(other.absent()) + "，代理不能再转给别人，请先为" + nameOf(other.absent()) + "另定代理人");
        });
    }

    public void ended(long id, Person by) {
        Deputy deputy = all("where id = ?", id).stream().findFirst().orElseThrow(() -> Refusal.unknown("没有这次代理，请刷新后再看"));
        Person absent = organization.person(deputy.absent());
        if (!mayEnterFor(absent, by)) throw Refusal.notYours("代理由本人、本科室负责人或平台管理员结束，您不能结束这一次");
        if (deputy.isOver(today())) throw Refusal.ofRule("这次代理已经结束，请刷新后再看");
        end(deputy, by.userId());
    }

    private void end(Deputy deputy, String by) {
        jdbc.sql("update ledger.deputy set ended_by = ?, ended_at = ? where id = ?").params(by, now(), deputy.id()).update();
        announce(deputy.deputy());
    }

    private void announce(String deputy) {
        events.publishEvent(new MembershipsChanged(Set.of(deputy)));
    }

    /** Whoever has left stands in for nobody, and nobody for him; his successor takes over where that is possible. */
    public void passedOn(String leaver, String successor, String by) {
        for (Deputy held : heldBy(leaver)) {
            end(held, by);
            boolean possible = held.deputy().equals(leaver) && !held.absent().equals(successor) && touching(successor, held.fromOn(), held.toOn()).isEmpty();
            if (!possible) continue;
            jdbc.sql("insert into ledger.deputy (absent, deputy, from_on, to_on, reason, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(held.absent(), successor, held.fromOn().isBefore(today()) ? today() : held.fromOn(), held.toOn(), held.reason(), by, now()).update();
            announce(successor);
        }
    }

    /** What is not over yet and concerns him on either side. */
    @Transactional(readOnly = true)
    public List<Deputy> heldBy(String userId) {
        return all("where (absent = ? or deputy = ?) and ended_at is null and to_on >= ? order by from_on, id", userId, userId, today());
    }

    /** Who acts for this person on that day, by user id; nobody as a rule, and never more than one. */
    @Transactional(readOnly = true)
    public List<String> actingFor(String userId, LocalDate day) {
        return touching(userId, day, day).stream().map(Deputy::deputy).toList();
    }

    /** Whoever receives on that day what is meant for this person: he himself, and his deputy while he is away. */
    @Transactional(readOnly = true)
    public List<Person> receivingFor(Person person, LocalDate day) {
        return Stream.concat(Stream.of(person), actingFor(person.userId(), day).stream().map(organization::person)).toList();
    }

    /** The person, followed by who acts for him today. */
    @Transactional(readOnly = true)
    public List<String> withDeputy(String userId) {
        return Stream.concat(Stream.of(userId), actingFor(userId, today()).stream()).toList();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Deputy> latest(int most) {
        return all("order by from_on desc, id desc limit " + most);
    }

    private List<Deputy> touching(String absent, LocalDate from, LocalDate to) {
        return all("where absent = ? and ended_at is null and from_on <= ? and to_on >= ? order by from_on", absent, to, from);
    }

    private List<Deputy> all(String where, Object... params) {
        return jdbc.sql(COLUMNS + where).params(params).query(Deputy.class).list();
    }

    private String nameOf(String userId) {
        return organization.person(userId).name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

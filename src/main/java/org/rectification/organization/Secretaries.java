package org.rectification.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 代录人: named by the leader himself or the platform's admin. They decide nothing; what they record is the leader's own. */
@Service
@Transactional
public class Secretaries {

    private static final int LONGEST_DAYS = 366;
    private static final String COLUMNS = "select id, leader, secretary, from_on, to_on, entered_by, entered_at, ended_by, ended_at from ledger.secretary ";

    private final Organization organization;
    private final SecretarySettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Secretaries(Organization organization, SecretarySettings settings, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As typed; days are ISO dates, both included. */
    public record Draft(String leader, String secretary, String from, String to) {}

    public Secretary entered(Draft draft, Person by) {
        Flaws flaws = new Flaws();
        Person leader = known("leader", "领导", draft.leader(), flaws);
        Person secretary = known("secretary", "代录人", draft.secretary(), flaws);
        LocalDate from = flaws.date("from", "开始日期", draft.from());
        LocalDate to = flaws.date("to", "结束日期", draft.to());
        if (from != null && from.isBefore(today())) flaws.add("from", "开始日期" + from + "已过，代录最早从今天" + today() + "起");
        if (from != null && to != null && to.isBefore(from)) flaws.add("to", "结束日期" + to + "早于开始日期" + from);
        if (from != null && to != null && ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) flaws.add("to", "一次最长" + LONGEST_DAYS + "天，到期后再登记");
        flaws.refuseInput();
        if (!mayNameFor(leader, by)) throw Refusal.notYours("代录人由领导本人或平台管理员登记，您不能为" + leader.name() + "登记");
        if (!leader.isIn(Groups.LEADING_GROUP)) throw Refusal.ofRule(leader.name() + "不是领导小组成员，不需要代录人");
        if (!mayBeSecretary(secretary)) throw Refusal.ofRule(secretary.name() + "不能做代录人：代录人须是整改办或办公室的人员，且不是领导小组成员、审计或平台管理员");
        if (jdbc.sql("select count(*) from ledger.secretary where leader = ? and secretary = ? and ended_at is null and from_on <= ? and to_on >= ?")
                .params(leader.userId(), secretary.userId(), to, from).query(Long.class).single() > 0) throw Refusal.ofRule(secretary.name() + "在这些日期已是" + leader.name() + "的代录人，不必重复登记");
        jdbc.sql("insert into ledger.secretary (leader, secretary, from_on, to_on, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)")
                .params(leader.userId(), secretary.userId(), from, to, by.userId(), now()).update();
        return all("where leader = ? and secretary = ? order by id desc limit 1", leader.userId(), secretary.userId()).get(0);
    }

    public void ended(long id, Person by) {
        Secretary named = all("where id = ?", id).stream().findFirst().orElseThrow(() -> Refusal.unknown("没有这个代录人，请刷新后再看"));
        if (!mayNameFor(organization.person(named.leader()), by)) throw Refusal.notYours("代录人由领导本人或平台管理员登记和结束，您不能结束这一项");
        if (named.isOver(today())) throw Refusal.ofRule("这个代录人已经结束，请刷新后再看");
        jdbc.sql("update ledger.secretary set ended_by = ?, ended_at = ? where id = ?").params(by.userId(), now(), id).update();
    }

    private Person known(String field, String label, String userId, Flaws flaws) {
        Person person = userId == null || userId.isBlank() ? null : organization.find(userId.strip()).map(Organization::byHimself).orElse(null);
        if (userId == null || userId.isBlank()) flaws.add(field, "请选择" + label);
        else if (person == null || organization.hasLeft(person.userId())) flaws.add(field, label + "“" + userId.strip() + "”不在人员名册中");
        return person;
    }

    public static boolean mayNameFor(Person leader, Person by) {
        return leader.userId().equals(by.userId()) || by.isIn(Groups.CAMUNDA_ADMIN);
    }

    /** By what he is himself. */
    public boolean mayBeSecretary(Person person) {
        Person himself = Organization.byHimself(person);
        boolean deciding = List.of(Groups.LEADING_GROUP, Groups.AUDITOR, Groups.CAMUNDA_ADMIN).stream().anyMatch(himself::isIn);
        return !deciding && (himself.isIn(Groups.RECTIFICATION_OFFICE) || himself.departments().contains(settings.office()));
    }

    /** User ids of the leaders for whom he may record today. */
    @Transactional(readOnly = true)
    public List<String> leadersOf(Person secretary) {
        if (!mayBeSecretary(secretary)) return List.of();
        return all("where secretary = ? and ended_at is null and from_on <= ? and to_on >= ? order by leader", secretary.userId(), today(), today()).stream().map(Secretary::leader).distinct().toList();
    }

    /** The newest first; those that concern the person, for those who read everything all of them. */
    @Transactional(readOnly = true)
    public List<Secretary> concerning(Person viewer) {
        return all("order by from_on desc, id desc limit 200").stream()
                .filter(each -> viewer.isIn(Groups.CAMUNDA_ADMIN) || viewer.isIn(Groups.AUDITOR) || each.leader().equals(viewer.userId()) || each.secretary().equals(viewer.userId())).toList();
    }

    private List<Secretary> all(String where, Object... params) {
        return jdbc.sql(COLUMNS + where).params(params).query(Secretary.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

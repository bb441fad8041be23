package org.rectification.organization;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is who. The truth about membership; logins and engine groups follow it. */
@Service
public class Organization {

    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Organization(Memberships memberships, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Departments in the order of the organisation file. */
    public List<Department> departments() {
        return jdbc.sql("select code, name from ledger.department order by ordinal, code").query(Department.class).list();
    }

    public Map<String, String> departmentNames() {
        Map<String, String> names = new LinkedHashMap<>();
        departments().forEach(department -> names.put(department.code(), department.name()));
        return names;
    }

    /** Those who have not left, as they are today. */
    public List<Person> people() {
        Map<String, Memberships.Of> groups = memberships.all();
        return jdbc.sql("select user_id, name, department from ledger.person where left_at is null order by user_id")
                .query((row, n) -> groups.getOrDefault(row.getString(1), new Memberships.Of()).person(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    /** The same with nothing but what they are by themselves: what the organisation file says. */
    public List<Person> peopleByThemselves() {
        return people().stream().map(Organization::byHimself).toList();
    }

    /** The leading group without who only stands in for one of it today. */
    public List<Person> leaders() {
        return peopleByThemselves().stream().filter(person -> person.isIn(Groups.LEADING_GROUP)).toList();
    }

    static Person byHimself(Person person) {
        Set<String> own = new HashSet<>(person.groups());
        own.removeAll(person.borrowed().keySet());
        return new Person(person.userId(), person.name(), person.department(), own);
    }

    public Map<String, String> personNames() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select user_id, name from ledger.person").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    /** Whoever has left is still found, without any group. */
    public Optional<Person> find(String userId) {
        return jdbc.sql("select user_id, name, department from ledger.person where user_id = ?").param(userId)
                .query((row, n) -> memberships.of(userId).person(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    public boolean hasLeft(String userId) {
        return jdbc.sql("select count(*) from ledger.person where user_id = ? and left_at is not null").param(userId).query(Long.class).single() > 0;
    }

    /** @throws Refusal NOT_YOURS for a login that the organisation does not know */
    public Person person(String userId) {
        return find(userId).orElseThrow(() -> Refusal.notYours("账号“" + userId + "”不在本单位人员名册中，请联系平台管理员"));
    }

    /** User id → mail address, of those who have one. Kept out of {@link Person}, so that no log of a person holds it. */
    public Map<String, String> mailAddresses() {
        Map<String, String> addresses = new HashMap<>();
        jdbc.sql("select user_id, mail from ledger.person where mail is not null").query(row -> {
            addresses.put(row.getString(1), row.getString(2));
        });
        return addresses;
    }

    /** AB角: user id → whoever usually stands in for him. It proposes; who stands in when is entered with dates. */
    public Map<String, String> standingDeputies() {
        Map<String, String> deputies = new HashMap<>();
        jdbc.sql("select user_id, standing_deputy from ledger.person where standing_deputy is not null").query(row -> {
            deputies.put(row.getString(1), row.getString(2));
        });
        return deputies;
    }

    public Optional<String> mailAddressOf(String userId) {
        return jdbc.sql("select mail from ledger.person where user_id = ? and mail is not null").param(userId).query(String.class).optional();
    }

    /**
     * Neither a leader nor a department decides about its own task through a deputy.
     *
     * @throws Refusal RULE where this person is in the leading group only in the lead leader's place, or in anybody's and works for the lead department
     */
    public void requireImpartial(String leadDepartment, String leadLeader, String by) {
        Person person = person(by);
        person.actingFor(Groups.LEADING_GROUP).ifPresent(absent -> {
            if (absent.equals(leadLeader)) throw Refusal.ofRule("您代理的正是本任务的责任领导，须由领导小组其他成员办理");
            if (person.department() != null && person.department().equals(leadDepartment)) throw Refusal.ofRule("您是责任科室的人员，不能代理他人审定本科室的事项，须由领导小组其他成员办理");
        });
    }

    /** What a person is, as users say it: 整改办, 环境卫生科负责人, 代陈国栋. A head is named as head only. */
    public List<String> roleNames(Person today) {
        Person person = byHimself(today);
        List<String> names = ownRoleNames(person);
        if (today.standsInFor().isEmpty()) return names;
        Map<String, String> people = personNames();
        today.standsInFor().stream().sorted().forEach(absent -> names.add("代" + people.get(absent)));
        return names;
    }

    private List<String> ownRoleNames(Person person) {
        List<String> names = new ArrayList<>(Groups.NAMES.entrySet().stream().filter(group -> person.isIn(group.getKey())).map(Map.Entry::getValue).toList());
        if (person.departments().isEmpty()) return names;
        departments().stream().filter(department -> person.departments().contains(department.code()))
                .forEach(department -> names.add(department.name() + (person.headsDepartment(department.code()) ? OrganizationFile.HEAD : OrganizationFile.HANDLER)));
        return names;
    }

    public boolean isEmpty() {
        return jdbc.sql("select count(*) from ledger.person").query(Long.class).single() == 0;
    }

    /** Adds and changes departments and people as the file says; nobody is removed. All or nothing. */
    @Transactional
    public void take(OrganizationFile file) {
        int ordinal = 0;
        for (Department department : file.departments()) {
            if (jdbc.sql("update ledger.department set name = ?, ordinal = ? where code = ?").params(department.name(), ++ordinal, department.code()).update() == 0) {
                jdbc.sql("insert into ledger.department (code, name, ordinal) values (?, ?, ?)").params(department.code(), department.name(), ordinal).update();
            }
        }
        for (Person person : file.people()) {
            if (jdbc.sql("update ledger.person set name = ?, department = ?, left_at = null, successor = null where user_id = ?").params(person.name(), person.department(), person.userId()).update() == 0) {
                jdbc.sql("insert into ledger.person (user_id, name, department) values (?, ?, ?)").params(person.userId(), person.name(), person.department()).update();
            }
            String mail = file.mailAddresses().get(person.userId());
            if (mail != null) jdbc.sql("update ledger.person set mail = ? where user_id = ?").params(Arrays.asList(mail.isEmpty() ? null : mail, person.userId())).update();
            String deputy = file.standingDeputies().get(person.userId());
            if (deputy != null) jdbc.sql("update ledger.person set standing_deputy = ? where user_id = ?").params(Arrays.asList(deputy.isEmpty() ? null : deputy, person.userId())).update();
            memberships.replace(person.userId(), person.groups());
        }
        requireAnAdmin();
        events.publishEvent(new OrganizationImported(file.departments(), file.people(), file.initialPasswords()));
    }

    /** 离任: he is in nothing any more and cannot log in; what he was his successor is beside what he is already, but for the platform's admin. */
    @Transactional
    public void left(String leaver, String successor, LocalDateTime at) {
        Set<String> passedOn = memberships.ownOf(successor);
        memberships.ownOf(leaver).stream().filter(group -> !group.equals(Groups.CAMUNDA_ADMIN)).forEach(passedOn::add);
        memberships.replace(successor, passedOn);
        memberships.replace(leaver, Set.of());
        jdbc.sql("update ledger.person set left_at = ?, successor = ? where user_id = ?").params(at, successor, leaver).update();
        events.publishEvent(new MembershipsChanged(Set.of(leaver, successor)));
    }

    /** Without one nobody could ever import again. */
    private void requireAnAdmin() {
        long admins = jdbc.sql("select count(*) from ledger.membership where group_id = ?").param(Groups.CAMUNDA_ADMIN).query(Long.class).single();
        if (admins == 0) throw Refusal.ofRule("导入后将没有平台管理员，请在文件中保留至少一位角色为“平台管理员”的人员");
    }
}

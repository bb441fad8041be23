package org.rectification.organization;

import java.time.LocalDate;
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

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Organization(JdbcClient jdbc, ApplicationEventPublisher events) {
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

    public List<Person> people() {
        Map<String, Set<String>> groups = new HashMap<>();
        jdbc.sql("select user_id, group_id from ledger.membership").query(row -> {
            groups.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2));
        });
        return jdbc.sql("select user_id, name, department from ledger.person order by user_id")
                .query((row, n) -> new Person(row.getString(1), row.getString(2), row.getString(3), groups.getOrDefault(row.getString(1), Set.of())))
                .list();
    }

    public Map<String, String> personNames() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select user_id, name from ledger.person").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    public Optional<Person> find(String userId) {
        return jdbc.sql("select user_id, name, department from ledger.person where user_id = ?").param(userId)
                .query((row, n) -> new Person(row.getString(1), row.getString(2), row.getString(3), groupsOf(userId)))
                .optional();
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

    public Optional<String> mailAddressOf(String userId) {
        return jdbc.sql("select mail from ledger.person where user_id = ? and mail is not null").param(userId).query(String.class).optional();
    }

    /** Whoever receives on this day what is meant for this person: himself. */
    public List<Person> receivingFor(Person person, LocalDate day) {
        return List.of(person);
    }

    /** What a person is, as users say it: 整改办, 环境卫生科负责人. A head is named as head only. */
    public List<String> roleNames(Person person) {
        List<String> names = new ArrayList<>(Groups.NAMES.entrySet().stream().filter(group -> person.isIn(group.getKey())).map(Map.Entry::getValue).toList());
        if (person.departments().isEmpty()) return names;
        departments().stream().filter(department -> person.departments().contains(department.code()))
                .forEach(department -> names.add(department.name() + (person.headsDepartment(department.code()) ? OrganizationFile.HEAD : OrganizationFile.HANDLER)));
        return names;
    }

    private Set<String> groupsOf(String userId) {
        return new HashSet<>(jdbc.sql("select group_id from ledger.membership where user_id = ?").param(userId).query(String.class).list());
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
            if (jdbc.sql("update ledger.person set name = ?, department = ? where user_id = ?").params(person.name(), person.department(), person.userId()).update() == 0) {
                jdbc.sql("insert into ledger.person (user_id, name, department) values (?, ?, ?)").params(person.userId(), person.name(), person.department()).update();
            }
            String mail = file.mailAddresses().get(person.userId());
            if (mail != null) jdbc.sql("update ledger.person set mail = ? where user_id = ?").params(Arrays.asList(mail.isEmpty() ? null : mail, person.userId())).update();
            jdbc.sql("delete from ledger.membership where user_id = ?").param(person.userId()).update();
            for (String group : person.groups()) {
                jdbc.sql("insert into ledger.membership (user_id, group_id) values (?, ?)").params(person.userId(), group).update();
            }
        }
        requireAnAdmin();
        events.publishEvent(new OrganizationImported(file.departments(), file.people(), file.initialPasswords()));
    }

    /** Without one nobody could ever import again. */
    private void requireAnAdmin() {
        long admins = jdbc.sql("select count(*) from ledger.membership where group_id = ?").param(Groups.CAMUNDA_ADMIN).query(Long.class).single();
        if (admins == 0) throw Refusal.ofRule("导入后将没有平台管理员，请在文件中保留至少一位角色为“平台管理员”的人员");
    }
}

package org.rectification.organization;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.rectification.csv.CsvFile;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/**
 * The one file that tells the organisation, a line a person:
 * 账号,姓名,科室代码,科室名称,角色,初始密码,邮箱,AB角. Several roles are parted by 、. An empty password is made up and told once.
 *
 * @param mailAddresses user id → address, blank for none; empty for a file without that column, which changes no address
 * @param standingDeputies user id → whoever usually stands in for him, likewise
 */
public record OrganizationFile(List<Department> departments, List<Person> people, Map<String, String> initialPasswords, Map<String, String> mailAddresses,
                               Map<String, String> standingDeputies) {

    private static final String MAIL = "邮箱";
    private static final String STANDING_DEPUTY = "AB角";
    private static final CsvFile FILE = new CsvFile(List.of("账号", "姓名", "科室代码", "科室名称", "角色", "初始密码"), List.of(MAIL, STANDING_DEPUTY));
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_%+-]|\\.(?![.@]))*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Map<String, String> ROLES = Groups.NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    static final String HANDLER = "经办人";
    static final String HEAD = "负责人";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws Refusal INPUT naming every line that cannot be understood */
    public static OrganizationFile read(byte[] csv) {
        Map<String, Department> departments = new LinkedHashMap<>();
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, String> passwords = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        Map<String, String> deputies = new LinkedHashMap<>();
        Flaws flaws = new Flaws();
        int lines = FILE.read(csv, flaws, line -> {
            String userId = read(line, departments, people, passwords, addresses, flaws);
            if (line.isMapped(STANDING_DEPUTY)) deputies.put(userId, line.get(STANDING_DEPUTY).strip());
        });
        if (lines == 0) flaws.add("file", "文件中没有人员");
        deputies.forEach((userId, deputy) -> {
            if (deputy.equals(userId)) flaws.add(STANDING_DEPUTY, "“" + userId + "”的AB角不能是本人");
            else if (!deputy.isEmpty() && !people.containsKey(deputy)) flaws.add(STANDING_DEPUTY, "“" + userId + "”的AB角“" + deputy + "”不在本文件中，请填对方的账号");
        });
        flaws.refuseInput();
        return new OrganizationFile(List.copyOf(departments.values()), List.copyOf(people.values()), passwords, addresses, deputies);
    }

    /** The file for these people; passwords are nobody's to know and stay empty. */
    public static byte[] write(List<Person> people, Map<String, String> departments, Map<String, String> mailAddresses, Map<String, String> standingDeputies) {
        return FILE.write(people.stream().map(person -> new Object[] {person.userId(), person.name(), person.department(),
                person.department() == null ? null : departments.get(person.department()), String.join("、", roles(person)), null, mailAddresses.get(person.userId()), standingDeputies.get(person.userId())}).toList());
    }

    private static List<String> roles(Person person) {
        List<String> roles = new ArrayList<>(Groups.NAMES.entrySet().stream().filter(group -> person.isIn(group.getKey())).map(Map.Entry::getValue).toList());
        if (person.department() != null && person.headsDepartment(person.department())) roles.add(HEAD);
        else if (person.department() != null && person.handlesFor(person.department())) roles.add(HANDLER);
        return roles;
    }

    /** @return the line's user id */
    private static String read(CSVRecord line, Map<String, Department> departments, Map<String, Person> people, Map<String, String> passwords, Map<String, String> addresses, Flaws flaws) {
        String userId = flaws.text("账号", "账号", line.get("账号"), 64);
        String name = flaws.text("姓名", "姓名", line.get("姓名"), 100);
        String code = flaws.optionalText("科室代码", "科室代码", line.get("科室代码"), 27);
        if (!userId.matches("[A-Za-z0-9]+")) flaws.add("账号", "账号只能由字母和数字组成");
        if (code != null && !code.matches("[a-z0-9]+")) flaws.add("科室代码", "科室代码只能由小写字母和数字组成");
        if (code != null) {
            Department department = new Department(code, flaws.text("科室名称", "科室名称", line.get("科室名称"), 100));
            Department before = departments.putIfAbsent(code, department);
            if (before != null && !before.equals(department)) flaws.add("科室名称", "科室代码“" + code + "”在前面的行中名为“" + before.name() + "”");
        }
        Person person = new Person(userId, name, code, groups(flaws, code, line.get("角色")));
        if (people.put(userId, person) != null) flaws.add("账号", "账号“" + userId + "”出现了两次");
        passwords.put(userId, line.get("初始密码").isEmpty() ? madeUp() : line.get("初始密码"));
        if (line.isMapped(MAIL)) addresses.put(userId, address(flaws, line.get(MAIL)));
        return userId;
    }

    private static String address(Flaws flaws, String written) {
        String address = flaws.optionalText(MAIL, MAIL, written, 254);
        if (address == null) return "";
        if (!ADDRESS.matcher(address).matches()) flaws.add(MAIL, "邮箱“" + address + "”不是有效的地址，请按 name@example.cn 的样式填写，没有就留空");
        return address;
    }

    private static Set<String> groups(Flaws flaws, String code, String roles) {
        Set<String> groups = new HashSet<>();
        for (String role : roles.split("[、，,]")) {
            switch (role.strip()) {
                case HANDLER, HEAD -> {
                    if (code == null) flaws.add("科室代码", "“" + role.strip() + "”必须属于一个科室");
                    groups.add(Groups.handlersOf(code));
                    if (role.strip().equals(HEAD)) groups.add(Groups.headsOf(code));
                }
                default -> {
                    if (ROLES.containsKey(role.strip())) groups.add(ROLES.get(role.strip()));
                    else flaws.add("角色", "不认识的角色“" + role.strip() + "”，可填：" + HANDLER + "、" + HEAD + "、" + String.join("、", ROLES.keySet().stream().sorted().collect(Collectors.toList())));
                }
            }
        }
        return groups;
    }

    private static String madeUp() {
        String alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return RANDOM.ints(12, 0, alphabet.length()).mapToObj(i -> String.valueOf(alphabet.charAt(i))).collect(Collectors.joining());
    }
}

package org.rectification.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Flaw;

class OrganizationFileTest {

    private static final String HEADER = "账号,姓名,科室代码,科室名称,角色,初始密码\n";

    @Test
    void peopleDepartmentsAndRolesAreReadLineByLine() {
        OrganizationFile file = read("office1,周敏,,,整改办,secret\nparks1,梁静,parks,园林绿化科,经办人,\nparkshead,唐勇,parks,园林绿化科,负责人、审计,x\n");

        assertThat(file.departments()).containsExactly(new Department("parks", "园林绿化科"));
        assertThat(file.people()).containsExactly(
                new Person("office1", "周敏", null, Set.of("rectification-office")),
                new Person("parks1", "梁静", "parks", Set.of("dept-parks")),
                new Person("parkshead", "唐勇", "parks", Set.of("dept-parks", "dept-parks-head", "auditor")));
        assertThat(file.initialPasswords()).containsEntry("office1", "secret");
    }

    @Test
    void aMissingPasswordIsMadeUp() {
        assertThat(read("a1,甲,,,审计,\n").initialPasswords().get("a1")).hasSize(12).isNotEqualTo(read("a1,甲,,,审计,\n").initialPasswords().get("a1"));
    }

    @Test
    void everyBadLineIsNamedAtOnce() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("a 1,甲,,,审计,x\na2,,,,审计,x\na3,丙,,,经办人,x\na4,丁,Parks,园林绿化科,经办人,x\na5,戊,parks,,经办人,x\na6,己,,,厨师,x\na7,庚\n"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT);
        assertThat(refusal.flaws()).extracting(Flaw::row).containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(refusal.flaws()).extracting(Flaw::field).containsExactly("账号", "姓名", "科室代码", "科室代码", "科室名称", "角色", null);
        assertThat(refusal.flaws().get(5).reason()).contains("厨师").contains("领导小组");
    }

    @Test
    void nobodyStandsInTheFileTwice() {
        assertThatThrownBy(() -> read("a1,甲,,,审计,x\na1,乙,,,审计,x\n")).isInstanceOf(Refusal.class).hasMessage("第3行：账号“a1”出现了两次");
    }

    @Test
    void oneDepartmentHasOneName() {
        assertThatThrownBy(() -> read("a1,甲,parks,园林绿化科,经办人,x\na2,乙,parks,园林科,经办人,x\n")).isInstanceOf(Refusal.class).hasMessageContaining("第3行").hasMessageContaining("园林绿化科");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "姓名,账号\n甲,a1\n", "账号,姓名,科室代码,科室名称,角色\n"})
    void anotherHeaderIsRefused(String csv) {
        assertThatThrownBy(() -> OrganizationFile.read(csv.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refusal.class).hasMessageContaining("首行应为：账号,姓名");
    }

    @Test
    void aFileAsExcelSavesItIsReadAsWell() {
        assertThat(OrganizationFile.read(("\uFEFF" + HEADER.replace("\n", "\r\n") + "a1,甲,,,审计,x\r\n").getBytes(StandardCharsets.UTF_8)).people()).hasSize(1);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Refusal.class).hasMessageContaining("文件中没有人员");
    }

    @Test
    void mailAddressesMayBeThereOrNot() {
        OrganizationFile file = readWithMail("a1,甲,,,审计,x,jia.li@csglj.example\na2,乙,,,审计,x,\n");
        assertThat(file.mailAddresses()).containsEntry("a1", "jia.li@csglj.example").containsEntry("a2", "");
        assertThat(read("a1,甲,,,审计,x\n").mailAddresses()).as("a file without the column says nothing about addresses").isEmpty();
        assertThat(new String(OrganizationFile.write(file.people(), Map.of(), Map.of("a1", "jia.li@csglj.example"), Map.of("a1", "a2")), StandardCharsets.UTF_8))
                .contains("初始密码,邮箱,AB角\r\n", "审计,,jia.li@csglj.example,a2\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jia", "jia@", "@csglj.example", "jia@csglj", "j ia@csglj.example", "jia@csglj.example;yi@csglj.example", "=cmd@csglj.example", "甲@csglj.example", "jia..li@csglj.example"})
    void aBadMailAddressIsNamedWithItsLine(String address) {
        assertThatThrownBy(() -> readWithMail("a1,甲,,,审计,x,\na2,乙,,,审计,x," + address + "\n")).isInstanceOf(Refusal.class).hasMessageContaining("第3行：邮箱“" + address + "”不是有效的地址");
    }

    private static OrganizationFile readWithMail(String lines) {
        return OrganizationFile.read((HEADER.replace("\n", ",邮箱\n") + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static OrganizationFile read(String lines) {
        return OrganizationFile.read((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoUsuallyStandsInForWhomMayStandThere() {
        String header = "账号,姓名,科室代码,科室名称,角色,初始密码,AB角\n";
        assertThat(OrganizationFile.read((header + "a1,甲,,,审计,x,a2\na2,乙,,,审计,x,\n").getBytes(StandardCharsets.UTF_8)).standingDeputies()).isEqualTo(Map.of("a1", "a2", "a2", ""));
        assertThatThrownBy(() -> OrganizationFile.read((header + "a1,甲,,,审计,x,a1\na2,乙,,,审计,x,a9\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("“a1”的AB角不能是本人").hasMessageContaining("“a9”不在本文件中");
    }
}

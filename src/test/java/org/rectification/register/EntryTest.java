package org.rectification.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Person;
import org.rectification.register.RegisterFigures.Totals;

/** A line of a register, who keeps which register, and what the lines come to. */
class EntryTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 18, 10, 0);

    private static Entry held(EntryKind kind, int people, int times, String problems, String tasks) {
        return new Entry("T-1", Register.ACCOUNTABILITY, content(kind, people, times, problems, tasks), "discipline1", NOW);
    }

    private static EntryContent content(EntryKind kind, int people, int times, String problems, String tasks) {
        return new EntryContent(kind, null, "第3号", LocalDate.of(2026, 11, 1), null, people, times, null, null, null, null, null, null, problems, tasks);
    }

    @Test
    void aCorrectionSaysWhatIsDifferent() {
        Entry entry = held(EntryKind.CRITICISM, 2, 2, null, null);
        assertThat(entry.corrected(content(EntryKind.ADMONITION, 2, 3, "4", null), "office1", NOW)).isEqualTo("类别：批评教育 → 诫勉；人次：2人次 → 3人次；问题：（空） → 4");
        assertThatThrownBy(() -> entry.corrected(entry.content(), "office1", NOW)).hasMessageContaining("没有变化");
        assertThat(entry.recordedBy()).isEqualTo("discipline1");
    }

    @Test
    void whatIsStruckOutStaysSo() {
        Entry entry = held(EntryKind.CRITICISM, 2, 2, null, null);
        entry.struckOut("重复登记", "office1", NOW);
        assertThatThrownBy(() -> entry.struckOut("再划", "office1", NOW)).hasMessageContaining("已划去");
        assertThatThrownBy(() -> entry.corrected(content(EntryKind.ADMONITION, 2, 3, "4", null), "office1", NOW)).hasMessageContaining("已划去，不能再更正");
    }

    @Test
    void anEntryConcernsItsTasksOrElseItsWholeProblem() {
        assertThat(held(EntryKind.CRITICISM, 1, 1, "2", null).concerns("T-1-02-01", 2)).isTrue();
        Entry ofTask = held(EntryKind.CRITICISM, 1, 1, "2", "T-1-02-01");
        assertThat(ofTask.concerns("T-1-02-01", 2)).isTrue();
        assertThat(ofTask.concerns("T-1-02-02", 2)).isFalse();
        assertThat(held(EntryKind.CRITICISM, 1, 1, null, null).concerns("T-1-02-01", 2)).isFalse();
    }

    @Test
    void peopleAndTimesAddUpByKind() {
        Totals totals = RegisterFigures.totals(List.of(held(EntryKind.CRITICISM, 2, 3, null, null), held(EntryKind.CRITICISM, 1, 1, null, null), held(EntryKind.ADMONITION, 1, 1, null, null)));
        assertThat(totals.of(Register.ACCOUNTABILITY)).isEqualTo(new RegisterFigures.Count(3, 4, 5));
        assertThat(totals.of(EntryKind.CRITICISM)).isEqualTo(new RegisterFigures.Count(2, 3, 4));
        assertThat(totals.of(Register.RULES).entries()).isZero();
        assertThat(totals.inWords()).isEqualTo("追责问责4人5人次（批评教育3人4人次、诫勉1人1人次）");
        assertThat(RegisterFigures.totals(List.of()).inWords()).isEmpty();
    }

    @Test
    void everyRegisterHasItsKeepers() {
        assertThat(Register.values()).allMatch(register -> register.isKeptBy(in("rectification-office")));
        assertThat(Register.values()).filteredOn(register -> register.isKeptBy(in("dept-parks"))).containsExactly(Register.RULES, Register.RESULTS);
        assertThat(Register.values()).filteredOn(register -> register.isKeptBy(in("discipline-committee"))).containsExactly(Register.ACCOUNTABILITY);
        assertThat(Register.values()).noneMatch(register -> register.isKeptBy(in("auditor")) || register.isKeptBy(in("leading-group")) || register.isKeptBy(in("supervision-team")));
    }

    private static Person in(String group) {
        return new Person("somebody", "某人", null, Set.of(group));
    }
}

package org.rectification.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a case is looked back at, and which of its tasks. */
class SampleTest {

    private static final Map<String, List<String>> TASKS = Map.of("sanitation", tasks("S", 12), "parks", tasks("P", 5), "legal", tasks("L", 1));

    private static List<String> tasks(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "%s-%02d".formatted(prefix, n)).toList();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-22, 6, 2026-11-22", "2026-08-31, 6, 2027-02-28", "2027-08-31, 6, 2028-02-29", "2028-02-29, 12, 2029-02-28", "2026-12-31, 2, 2027-02-28", "2026-10-31, 1, 2026-11-30", "2026-05-22, 0, 2026-05-22"})
    void theDayIsSoManyMonthsLaterOrTheMonthsLast(LocalDate signedOff, int months, LocalDate due) {
        assertThat(new LookBackSettings(months, 100, 100).dueAfter(signedOff)).isEqualTo(due);
    }

    @Test
    void whatCannotBeMeantIsNoSetting() {
        assertThatThrownBy(() -> new LookBackSettings(-1, 100, 100)).hasMessageContaining("months");
        assertThatThrownBy(() -> new LookBackSettings(6, 0, 100)).hasMessageContaining("share");
        assertThatThrownBy(() -> new LookBackSettings(6, 100, 101)).hasMessageContaining("chunk");
    }

    @Test
    void everyDepartmentGivesItsShareRoundedUpAndNoneIsLeftOut() {
        List<String> drawn = Sample.draw(TASKS, 20, 7);

        assertThat(drawn).isSorted().doesNotHaveDuplicates();
        assertThat(drawn.stream().filter(task -> task.startsWith("S"))).hasSize(3);
        assertThat(drawn.stream().filter(task -> task.startsWith("P"))).hasSize(1);
        assertThat(drawn.stream().filter(task -> task.startsWith("L"))).hasSize(1);
    }

    @Test
    void allAreAll() {
        assertThat(Sample.draw(TASKS, 100, 7)).hasSize(18);
    }

    @Test
    void theSameSeedDrawsTheSameInWhateverOrderTheTasksCome() {
        Map<String, List<String>> turned = new TreeMap<>(Collections.reverseOrder());
        TASKS.forEach((department, tasks) -> turned.put(department, tasks.stream().sorted(Collections.reverseOrder()).toList()));

        assertThat(Sample.draw(turned, 30, 20261122)).isEqualTo(Sample.draw(TASKS, 30, 20261122));
        assertThat(Sample.draw(TASKS, 30, 20261122)).as("for ever, since the seed is on record").containsExactlyElementsOf(EXPECTED);
    }

    @Test
    void otherSeedsDrawOthers() {
        assertThat(IntStream.range(0, 20).mapToObj(seed -> Sample.draw(TASKS, 30, seed)).distinct().count()).isGreaterThan(10);
    }

    private static final List<String> EXPECTED = List.of("L-01", "P-03", "P-05", "S-05", "S-07", "S-08", "S-10");
}

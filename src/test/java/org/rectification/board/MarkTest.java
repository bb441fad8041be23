package org.rectification.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectification.board.Board.Mark;
import org.rectification.rectification.Light;

class MarkTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static Mark due(int problem, int day, Light light) {
        return new Mark(problem, FIRST.plusDays(day), FIRST.plusDays(day), light, 1, "CG-1-0" + problem + "-" + day, "任务" + day);
    }

    @Test
    void fewMarksStandOnTheirOwnDays() {
        List<Mark> marks = List.of(due(1, 0, Light.RED), due(1, 1, Light.RED));

        assertThat(Mark.gathered(marks, 2)).isEqualTo(marks);
    }

    @Test
    void amongManyThoseOfOneProblemAndLightThatAreDueCloseTogetherBecomeOne() {
        List<Mark> marks = Stream.concat(IntStream.rangeClosed(0, 47).mapToObj(day -> due(1, day, day < 10 ? Light.RED : Light.GREEN)), Stream.of(due(2, 0, Light.RED))).toList();

        List<Mark> gathered = Mark.gathered(marks, 10);

        assertThat(gathered).hasSize(25).startsWith(new Mark(1, FIRST, FIRST.plusDays(1), Light.RED, 2, "CG-1-01-0", "任务0")).endsWith(due(2, 0, Light.RED));
        assertThat(gathered.stream().mapToLong(Mark::tasks).sum()).as("none is lost").isEqualTo(49);
    }
}

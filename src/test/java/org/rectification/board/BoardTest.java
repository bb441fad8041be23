package org.rectification.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Completion;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.rectification.Role;
import org.rectification.refusal.Refusal;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class BoardTest {

    @Nested
    @OnH2
    class H2 extends BoardOfACase {
    }

    @Nested
    @OnPostgres
    class Postgres extends BoardOfACase {
    }

    @Test
    void halvesOfMonthsFollowEachOtherFromTheLaunchToToday() {
        List<Board.HalfMonth> halves = Boards.halves(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 3, 1), Map.of(LocalDate.of(2026, 1, 31), 2L, LocalDate.of(2026, 2, 16), 1L, LocalDate.of(2026, 2, 28), 1L));
        assertThat(halves).extracting(Board.HalfMonth::label).containsExactly("1月下", "2月上", "2月下", "3月上");
        assertThat(halves).extracting(Board.HalfMonth::signedOff).containsExactly(2L, 0L, 2L, 0L);
        assertThat(halves).extracting(Board.HalfMonth::cumulative).containsExactly(2L, 2L, 4L, 4L);
        assertThat(halves.get(2).to()).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}

abstract class BoardOfACase {

    private static final BoardFilter ANYTHING = new BoardFilter(null, null, null);

    @Autowired ApplicationContext context;
    @Autowired Boards boards;
    @Autowired Fields fields;
    @Autowired LedgerRows rows;
    @Autowired LedgerView ledger;
    @Autowired Organization organization;
    @Autowired JdbcTemplate jdbc;
    Desk desk;
    Person office;

    @BeforeEach
    void comeToWork() {
        desk = new Desk(context);
        office = organization.person("office1");
    }

    private void due(String task, LocalDate deadline) {
        jdbc.update("update ledger.rectification_task set deadline = ? where task_number = ?", deadline, task);
    }

    @Test
    void everyCountIsThatOfTheLedgersRows() {
        String caseNumber = desk.launchedCase(4);
        LocalDate today = ledger.horizon().today();
        due(Desk.taskNumber(caseNumber, 1), today.minusDays(20));
        due(Desk.taskNumber(caseNumber, 2), today.plusDays(2));
        jdbc.update("update ledger.rectification_task set lead_department = 'parks' where task_number = ?", Desk.taskNumber(caseNumber, 2));
        desk.signedOff(Desk.taskNumber(caseNumber, 3));

        Board board = boards.of(caseNumber, ANYTHING, office);

        assertThat(board.departments()).extracting(Board.LightShare::code).as("those with overdue tasks first").containsExactly("sanitation", "parks");
        for (Light light : Light.values()) {
            assertThat(board.lights().get(light)).isEqualTo(rows.rows(caseNumber, LedgerFilter.by(null, null, light.name()), null, null, null, office).total());
        }
        assertThat(board.lights()).containsEntry(Light.RED, 1L).containsEntry(Light.YELLOW, 1L).containsEntry(Light.DONE, 1L);
        assertThat(board.aspects()).hasSize(1).first().satisfies(aspect -> assertThat(aspect.tasks()).isEqualTo(4));
        assertThat(board.timeline().problems()).as("all of one problem").hasSize(1);
        assertThat(board.timeline().marks()).hasSize(4).allMatch(mark -> mark.tasks() == 1);
        assertThat(board.timeline().problems().get(0).overdue()).isEqualTo(1);
        assertThat(board.trend().tasks()).isEqualTo(4);
        assertThat(board.trend().halves()).last().satisfies(half -> assertThat(half.cumulative()).isEqualTo(1));
    }

    @Test
    void aFilterNarrowsWhatIsCountedButNotTheFiguresOfTheCase() {
        String caseNumber = desk.launchedCase(2);
        jdbc.update("update ledger.rectification_task set lead_department = 'parks', lead_leader = 'leader3' where task_number = ?", Desk.taskNumber(caseNumber, 2));

        Board board = boards.of(caseNumber, new BoardFilter("parks", "leader3", null), office);

        assertThat(board.figures().tasks()).isEqualTo(2);
        assertThat(board.signedOff()).isEqualTo(Completion.of(0, 1));
        assertThat(board.trend().tasks()).isEqualTo(1);
        assertThat(board.timeline().problems()).extracting(Board.ProblemRow::number).containsExactly(1);
        assertThat(boards.of(caseNumber, new BoardFilter("parks", "leader2", ""), office).departments()).isEmpty();
        assertThatThrownBy(() -> boards.of(caseNumber, new BoardFilter("nowhere", null, null), office)).isInstanceOf(Refusal.class).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> boards.of(caseNumber, ANYTHING, organization.person("parks1"))).isInstanceOf(Refusal.class).hasMessageContaining("工作台");
    }

    @Test
    void boardAndLedgerCostTheSameBesideTwoTasksAndBesideSixty() {
        String few = desk.launchedCase(2);
        String many = desk.launchedCase(60);
        assertThat(statements(many)).isEqualTo(statements(few));
    }

    private Map<String, Integer> statements(String caseNumber) {
        ledger.figures(caseNumber); // reads the calendar, once a minute
        int board = Statements.of(() -> boards.of(caseNumber, ANYTHING, office)).size();
        int page = Statements.of(() -> rows.rows(caseNumber, LedgerFilter.by("sanitation", null, null), "0", "50", "deadline,desc", office)).size();
        return Map.of("board", board, "ledger", page);
    }

    @Test
    void aLeadersFieldTellsWhatMovedAndWhatIsStuck() {
        String caseNumber = desk.launchedCase(3);
        jdbc.update("update ledger.rectification_task set lead_leader = 'leader3' where case_number = ?", caseNumber);
        LocalDate today = ledger.horizon().today();
        due(Desk.taskNumber(caseNumber, 1), today.minusDays(20));
        desk.signedOff(Desk.taskNumber(caseNumber, 2));
        desk.submit(Desk.taskNumber(caseNumber, 3));
        desk.endorse(Desk.taskNumber(caseNumber, 3), false);

        Field field = fields.of(organization.person("leader3"), today, today);

        assertThat(field.overdue()).extracting("taskNumber").contains(Desk.taskNumber(caseNumber, 1));
        assertThat(field.signedOff()).extracting(Field.Move::taskNumber).contains(Desk.taskNumber(caseNumber, 2));
        assertThat(field.returned()).filteredOn(move -> move.taskNumber().equals(Desk.taskNumber(caseNumber, 3))).extracting(Field.Move::role, Field.Move::what).containsExactly(org.assertj.core.groups.Tuple.tuple(Role.ENDORSER, "审签退回"));
        assertThat(field.moved()).filteredOn(task -> task.last().taskNumber().equals(Desk.taskNumber(caseNumber, 2))).first().extracting(task -> task.moves().size()).isEqualTo(4);
        assertThat(fields.of(organization.person("leader3"), today.minusDays(9), today.minusDays(8)).moves()).noneMatch(move -> move.taskNumber().startsWith(caseNumber));
    }
}

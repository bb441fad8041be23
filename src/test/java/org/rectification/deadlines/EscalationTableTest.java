package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.deadlines.Recipient.HANDLER;
import static org.rectification.deadlines.Recipient.HEAD;
import static org.rectification.deadlines.Recipient.LEADER;
import static org.rectification.deadlines.Recipient.OFFICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.engine.DoorsOpening;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The table that comes along. */
@OnH2
class EscalationTableTest {

    @Autowired EscalationLevel level;
    @Autowired RepositoryService repository;
    @Autowired ApplicationEventPublisher events;

    @ParameterizedTest
    @CsvSource({
            "TIME_LIMITED, 21, , ", "TIME_LIMITED, 20, 提醒, ", "LONG_TERM, 11, 提醒, ", "TIME_LIMITED, 10, 催办, ", "LONG_TERM, 0, 催办, ",
            "IMMEDIATE, 4, , ", "IMMEDIATE, 3, 提醒, ", "IMMEDIATE, 2, 提醒, ", "IMMEDIATE, 1, 催办, ", "IMMEDIATE, 0, 催办, ",
            "IMMEDIATE, -1, 督办单, ", "TIME_LIMITED, -9, 督办单, ", "TIME_LIMITED, -10, 通报批评, leading-group", "LONG_TERM, -19, 通报批评, leading-group",
            "TIME_LIMITED, -20, 约谈, leading-group", "IMMEDIATE, -29, 约谈, leading-group", "TIME_LIMITED, -30, 问责建议, discipline-inspection"})
    void whatATaskComesTo(String kind, int daysLeft, String called, String confirmedBy) {
        var rung = level.inForce().of(new Situation(kind, daysLeft, 0, 1, 0));
        assertThat(rung.map(Rung::level).orElse(null)).isEqualTo(called);
        assertThat(rung.map(Rung::confirmedBy).orElse(null)).isEqualTo(confirmedBy);
    }

    @Test
    void theSecondReboundComesToAccountabilityHoweverFarTheDeadlineIs() {
        assertThat(level.inForce().of(new Situation("LONG_TERM", 90, 0, 2, 1))).isEmpty();
        Rung second = level.inForce().of(new Situation("LONG_TERM", 90, 0, 3, 2)).orElseThrow();
        assertThat(second.level()).isEqualTo("问责建议");
        assertThat(second.confirmedBy()).isEqualTo("discipline-inspection");
        assertThat(level.inForce().of(new Situation("IMMEDIATE", -1, 0, 4, 3)).orElseThrow().height()).isEqualTo(second.height());
    }

    @ParameterizedTest
    @CsvSource({"1, 催报", "2, 督办单", "3, 通报批评", "7, 通报批评"})
    void whatMissingReportsComeTo(int missed, String called) {
        assertThat(level.inForce().of(new Situation(Situation.REPORT, 0, missed, 0, 0)).orElseThrow().level()).isEqualTo(called);
    }

    @Test
    void anOrderGoesToTheDepartmentItsHeadTheLeaderAndTheOffice() {
        Rung order = level.inForce().of(new Situation("TIME_LIMITED", -1, 0, 1, 0)).orElseThrow();
        assertThat(order.recipients()).containsExactlyInAnyOrder(HANDLER, HEAD, LEADER, OFFICE);
        assertThat(order.letter()).isEqualTo("督办单");
        assertThat(order.tableVersion()).isPositive();
    }

    @Test
    void theGraverARungTheHigherItStands() {
        int before = 0;
        for (int left : new int[] {20, 10, -1, -10, -20, -30}) {
            int height = level.inForce().of(new Situation("TIME_LIMITED", left, 0, 1, 0)).orElseThrow().height();
            assertThat(height).isGreaterThan(before);
            before = height;
        }
    }

    @Test
    void anAdminsTableIsInForceAtOnceAndSurvivesARestart() throws IOException {
        int before = level.inForce().of(new Situation("TIME_LIMITED", -1, 0, 1, 0)).orElseThrow().tableVersion();
        String changed = Files.readString(Path.of("bpmn/escalation-level.dmn")).replace("&lt;= 20", "&lt;= 25");
        String deployment = repository.createDeployment().name("本局的督办表").addString("escalation-level.dmn", changed).deploy().getId();
        try {
            assertThat(level.inForce().of(new Situation("TIME_LIMITED", 25, 0, 1, 0)).orElseThrow().tableVersion()).isEqualTo(before + 1);
            events.publishEvent(new DoorsOpening());
            assertThat(level.inForce().of(new Situation("TIME_LIMITED", 25, 0, 1, 0))).isPresent();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(level.inForce().of(new Situation("TIME_LIMITED", 25, 0, 1, 0))).isEmpty();
    }
}

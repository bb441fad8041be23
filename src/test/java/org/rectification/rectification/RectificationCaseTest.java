package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.rectification.CaseStage.APPROVING_BULLETIN;
import static org.rectification.rectification.CaseStage.APPROVING_PLAN;
import static org.rectification.rectification.CaseStage.AWAITING_SIGN_OFFS;
import static org.rectification.rectification.CaseStage.CLOSED;
import static org.rectification.rectification.CaseStage.DECOMPOSING;
import static org.rectification.rectification.CaseStage.DRAFTING_PLAN;
import static org.rectification.rectification.CaseStage.LAUNCHING;
import static org.rectification.rectification.CaseStage.RECTIFYING;
import static org.rectification.rectification.CaseStage.LOOKING_BACK;
import static org.rectification.rectification.CaseStage.REGISTERING;
import static org.rectification.rectification.CaseStage.REVIEWING_PLAN;
import static org.rectification.rectification.CaseStage.SUMMARISING;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectification.refusal.Refusal;
import org.springframework.test.util.ReflectionTestUtils;

class RectificationCaseTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 0);

    private final RectificationCase ofCase = new RectificationCase(new Feedback("HZ-2021-01", "反馈意见整改", "市委第二巡察组", "市城市管理局",
            LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1), 2), "office1", AT);

    @Test
    void aCaseWalksThroughItsStagesInOrder() {
        assertThat(ofCase.stage()).isEqualTo(REGISTERING);
        ofCase.problemsRegistered();
        assertThat(ofCase.stage()).isEqualTo(DRAFTING_PLAN);
        ofCase.planDrafted("方案");
        assertThat(ofCase.stage()).isEqualTo(REVIEWING_PLAN);
        ofCase.planReviewed();
        assertThat(ofCase.stage()).isEqualTo(APPROVING_PLAN);
        ofCase.planDecided(true);
        assertThat(ofCase.stage()).isEqualTo(DECOMPOSING);
        ofCase.tasksDecomposed(1);
        assertThat(ofCase.stage()).isEqualTo(LAUNCHING);
        ofCase.tasksLaunched(AT);
        assertThat(ofCase.stage()).isEqualTo(RECTIFYING);
        ofCase.summaryBegun();
        assertThat(ofCase.stage()).isEqualTo(SUMMARISING);
        ofCase.summarised("总结");
        assertThat(ofCase.stage()).isEqualTo(APPROVING_BULLETIN);
        ofCase.bulletinDecided(true);
        assertThat(ofCase.stage()).isEqualTo(AWAITING_SIGN_OFFS);
        ofCase.oneTaskLess();
        ofCase.lookBackBegun();
        assertThat(ofCase.stage()).isEqualTo(LOOKING_BACK);
        ofCase.lookedBack(false);
        ofCase.closed(AT);
        assertThat(ofCase.stage()).isEqualTo(CLOSED);
        assertThat(ofCase.closedAt()).isEqualTo(AT);
    }

    @Test
    void aRefusedPlanIsDraftedAgainAsTheNextVersion() {
        at(DRAFTING_PLAN);
        ofCase.planDrafted("方案一");
        ofCase.planReviewed();
        ofCase.planDecided(false);
        assertThat(ofCase.stage()).isEqualTo(DRAFTING_PLAN);

        ofCase.planDrafted("方案二");
        assertThat(ofCase.planVersion()).isEqualTo(2);
        assertThat(ofCase.planSummary()).isEqualTo("方案二");
    }

    @Test
    void aRefusedBulletinIsSummarisedAgain() {
        at(APPROVING_BULLETIN);
        ofCase.bulletinDecided(false);
        ofCase.summaryBegun();
        assertThat(ofCase.stage()).isEqualTo(SUMMARISING);
    }

    @ParameterizedTest
    @EnumSource(CaseStage.class)
    void everyStepIsRefusedAtEveryOtherStage(CaseStage stage) {
        Map<Consumer<RectificationCase>, Set<CaseStage>> steps = new LinkedHashMap<>();
        steps.put(RectificationCase::problemsRegistered, EnumSet.of(REGISTERING));
        steps.put(each -> each.planDrafted("方案"), EnumSet.of(DRAFTING_PLAN));
        steps.put(RectificationCase::planReviewed, EnumSet.of(REVIEWING_PLAN));
        steps.put(each -> each.planDecided(true), EnumSet.of(APPROVING_PLAN));
        steps.put(each -> each.planDecided(false), EnumSet.of(APPROVING_PLAN));
        steps.put(each -> each.tasksDecomposed(1), EnumSet.of(DECOMPOSING));
        steps.put(each -> each.tasksLaunched(AT), EnumSet.of(LAUNCHING));
        steps.put(RectificationCase::summaryBegun, EnumSet.of(RECTIFYING, SUMMARISING));
        steps.put(each -> each.summarised("总结"), EnumSet.of(SUMMARISING));
        steps.put(each -> each.bulletinDecided(true), EnumSet.of(APPROVING_BULLETIN));
        steps.put(each -> each.bulletinDecided(false), EnumSet.of(APPROVING_BULLETIN));
        steps.put(RectificationCase::lookBackBegun, EnumSet.of(AWAITING_SIGN_OFFS));
        steps.put(RectificationCase::taskRebounded, EnumSet.of(LOOKING_BACK));
        steps.put(each -> each.lookedBack(true), EnumSet.of(LOOKING_BACK));
        steps.put(each -> each.closed(AT), EnumSet.of(LOOKING_BACK));
        steps.forEach((step, allowed) -> {
            at(stage);
            if (allowed.contains(stage)) {
                step.accept(ofCase);
            } else {
                assertThatThrownBy(() -> step.accept(ofCase)).isInstanceOf(Refusal.class);
                assertThat(ofCase.stage()).isEqualTo(stage);
                assertThat(ofCase.planVersion()).isZero();
                assertThat(ofCase.closedAt()).isNull();
            }
            ReflectionTestUtils.setField(ofCase, "planVersion", 0);
            ReflectionTestUtils.setField(ofCase, "closedAt", null);
            ReflectionTestUtils.setField(ofCase, "openTasks", 0);
        });
    }

    @ParameterizedTest
    @EnumSource(CaseStage.class)
    void problemsAndTasksAreWrittenBeforeTheLaunchAndNotWhileOthersJudgeThePlan(CaseStage stage) {
        at(stage);
        if (EnumSet.of(REGISTERING, DRAFTING_PLAN, DECOMPOSING).contains(stage)) ofCase.requireDrafting();
        else assertThatThrownBy(ofCase::requireDrafting).isInstanceOf(Refusal.class).hasMessageContaining(stage.isLaunched() ? "任务已下达" : "正在“" + stage.label() + "”");
    }

    // counting down

    @Test
    void theLastSignOffEmptiesTheLedgerOnce() {
        at(DECOMPOSING);
        ofCase.tasksDecomposed(3);

        assertThat(ofCase.oneTaskLess()).isFalse();
        assertThat(ofCase.oneTaskLess()).isFalse();
        assertThat(ofCase.isAllSignedOff()).isFalse();
        assertThat(ofCase.generation()).isZero();

        assertThat(ofCase.oneTaskLess()).isTrue();
        assertThat(ofCase.isAllSignedOff()).isTrue();
        assertThat(ofCase.generation()).isEqualTo(1);
    }

    @Test
    void aReboundCountsUpAndOvertakesTheCompletionBeforeIt() {
        at(DECOMPOSING);
        ofCase.tasksDecomposed(1);
        ofCase.oneTaskLess();
        at(LOOKING_BACK);

        ofCase.taskRebounded();
        assertThat(ofCase.openTasks()).isEqualTo(1);
        assertThat(ofCase.isAllSignedOff()).isFalse();
        assertThat(ofCase.generation()).isEqualTo(2);
        assertThatThrownBy(() -> ofCase.closed(AT)).isInstanceOf(Refusal.class).hasMessage("还有1项任务未销号，不能办结");

        ofCase.lookedBack(true);
        assertThat(ofCase.stage()).isEqualTo(AWAITING_SIGN_OFFS);
        assertThat(ofCase.oneTaskLess()).isTrue();
        assertThat(ofCase.generation()).isEqualTo(3);
    }

    @Test
    void moreSignOffsThanTasksAreRefused() {
        at(RECTIFYING);
        assertThatThrownBy(ofCase::oneTaskLess).isInstanceOf(Refusal.class).hasMessageContaining("台账需要核对");
        assertThat(ofCase.openTasks()).isZero();
        assertThat(ofCase.generation()).isZero();
    }

    @Test
    void aLedgerThatWasNeverLaunchedIsNotSignedOff() {
        assertThat(ofCase.isAllSignedOff()).isFalse();
    }

    @Test
    void aCaseWithOpenTasksDoesNotClose() {
        at(DECOMPOSING);
        ofCase.tasksDecomposed(2);
        at(AWAITING_SIGN_OFFS);
        assertThatThrownBy(() -> ofCase.closed(AT)).isInstanceOf(Refusal.class).hasMessage("还有2项任务未销号，不能办结");
        assertThat(ofCase.stage()).isEqualTo(AWAITING_SIGN_OFFS);
    }

    private void at(CaseStage stage) {
        ReflectionTestUtils.setField(ofCase, "stage", stage);
    }
}

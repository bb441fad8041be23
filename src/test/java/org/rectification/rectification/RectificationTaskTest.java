package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.rectification.TaskStatus.AWAITING_CHECK;
import static org.rectification.rectification.TaskStatus.AWAITING_ENDORSEMENT;
import static org.rectification.rectification.TaskStatus.AWAITING_SIGN_OFF;
import static org.rectification.rectification.TaskStatus.IN_PROGRESS;
import static org.rectification.rectification.TaskStatus.NOT_STARTED;
import static org.rectification.rectification.TaskStatus.SIGNED_OFF;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.FileKind;
import org.rectification.evidence.Manifest;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.test.util.ReflectionTestUtils;

class RectificationTaskTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 0);
    private static final Person HANDLER = person("sanitation1", "dept-sanitation");
    private static final Person HEAD = person("sanitationhead", "dept-sanitation", "dept-sanitation-head");
    private static final Person CHECKER = person("supervisor1", "supervision-team");
    private static final Person SIGNER = person("leader1", "leading-group");
    private static final Person LEAD_LEADER = person("leader2", "leading-group");

    private final RectificationTask task = new RectificationTask("HZ-2021-01", 2, new TaskEntry(3, "完善分类方案", TaskKind.TIME_LIMITED, Phase.EXECUTION,
            "sanitation", Set.of(), List.of(), LEAD_LEADER.userId(), LocalDate.of(2026, 12, 1), "方案印发", List.of(), TaskEntry.Notes.NONE));
    private final List<Decision> decisions = new ArrayList<>();
    private List<EvidenceFile> evidence = List.of(file(1, "sanitation1"));
    private List<String> awaited = List.of();
    private Set<String> spokesmen = Set.of();

    // the way through

    @Test
    void aTaskIsNumberedByCaseProblemAndItsOwnPlace() {
        assertThat(task.taskNumber()).isEqualTo("HZ-2021-01-03-02");
        assertThat(task.status()).isEqualTo(NOT_STARTED);
        assertThat(task.originalDeadline()).isEqualTo(task.deadline());
    }

    @Test
    void onlyWhatIsNotLaunchedCanHaveBeenSignedOffBefore() {
        task.recordedAsSignedOff();
        assertThat(task.isHistorical()).isTrue();
        assertThat(task.statusName()).as("until the launch").isEqualTo("未下达");
        task.notSignedOffAfterAll();
        begin();
        assertThatThrownBy(task::recordedAsSignedOff).hasMessageContaining("当前为“落实整改中”");
        assertThat(SIGNED_OFF.label(true, null)).isEqualTo("历史销号");
        assertThat(IN_PROGRESS.label(true, null)).isEqualTo("落实整改中");
    }

    @Test
    void fourPeopleLeadATaskOffTheLedger() {
        begin();
        submit(HANDLER);
        assertThat(task.status()).isEqualTo(AWAITING_ENDORSEMENT);
        endorse(HEAD, true, null);
        assertThat(task.status()).isEqualTo(AWAITING_CHECK);
        check(CHECKER, true, "同意");
        assertThat(task.status()).isEqualTo(AWAITING_SIGN_OFF);
        signOff(SIGNER, true, "同意");

        assertThat(task.status()).isEqualTo(SIGNED_OFF);
        assertThat(task.isSustained()).isTrue();
        assertThat(task.signedOffAt()).isEqualTo(AT);
        assertThat(task.round()).isEqualTo(1);
        assertThat(round().isVerifiedByFour()).isTrue();
        assertThat(decisions).extracting(Decision::role).containsExactly(Role.SUBMITTER, Role.ENDORSER, Role.CHECKER, Role.SIGNER);
        assertThat(decisions).extracting(Decision::evidenceHash).containsOnly(round().evidence().hash());
    }

    @Test
    void aDecisionRecordsWhoSaidWhatInWhichRound() {
        begin();
        submit(HANDLER);

        assertThat(decisions).containsExactly(new Decision("HZ-2021-01-03-02", 1, Role.SUBMITTER, "sanitation1", true, "已完成", round().evidence().hash(), AT));
    }

    // refusals lead to the next round

    @Test
    void aRefusedEndorsementOpensTheNextRound() {
        inEndorsement();
        endorse(HEAD, false, "照片缺少日期");
        assertReturned();
    }

    @Test
    void aFailedCheckOpensTheNextRound() {
        inCheck();
        check(CHECKER, false, "两个点位未安装");
        assertReturned();
    }

    @Test
    void aRefusedSignOffOpensTheNextRound() {
        inSignOff();
        signOff(SIGNER, false, "成效不稳固");
        assertReturned();
        assertThat(task.signedOffAt()).isNull();
        assertThat(task.isSustained()).isFalse();
    }

    private void assertReturned() {
        assertThat(task.status()).isEqualTo(IN_PROGRESS);
        assertThat(task.round()).isEqualTo(2);
        assertThat(decisions.get(decisions.size() - 1).approved()).isFalse();
        assertThat(round().decisions()).as("the next round begins with nobody").isEmpty();
    }

    @Test
    void inTheNextRoundTheSamePeopleMayActAgain() {
        inCheck();
        check(CHECKER, false, "两个点位未安装");
        evidence = List.of(file(2, "sanitation1"));
        submit(HANDLER);
        endorse(HEAD, true, null);
        check(CHECKER, true, "已补齐");

        assertThat(task.status()).isEqualTo(AWAITING_SIGN_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void whoeverRefusesSaysWhy(String opinion) {
        inEndorsement();
        assertRefused(() -> endorse(HEAD, false, opinion), "请填写退回意见", AWAITING_ENDORSEMENT);
        assertRefused(() -> endorse(HEAD, false, null), "请填写退回意见", AWAITING_ENDORSEMENT);
    }

    // every step in its own state only

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = "IN_PROGRESS", mode = EnumSource.Mode.EXCLUDE)
    void aTaskIsSubmittedOnlyWhileInProgress(TaskStatus status) {
        in(status);
        assertRefused(() -> submit(HANDLER), status.label(), status);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = "AWAITING_ENDORSEMENT", mode = EnumSource.Mode.EXCLUDE)
    void aTaskIsEndorsedOnlyAfterItsSubmission(TaskStatus status) {
        in(status);
        assertRefused(() -> endorse(HEAD, true, null), status.label(), status);
        assertRefused(() -> endorse(HEAD, false, "退回"), status.label(), status);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = "AWAITING_CHECK", mode = EnumSource.Mode.EXCLUDE)
    void aTaskIsCheckedOnlyAfterItsEndorsement(TaskStatus status) {
        in(status);
        assertRefused(() -> check(CHECKER, true, null), status.label(), status);
        assertRefused(() -> check(CHECKER, false, "退回"), status.label(), status);
    }

    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, names = "AWAITING_SIGN_OFF", mode = EnumSource.Mode.EXCLUDE)
    void aTaskIsSignedOffOnlyAfterItsCheck(TaskStatus status) {
        in(status);
        assertRefused(() -> signOff(SIGNER, true, null), status.label(), status);
        assertRefused(() -> signOff(SIGNER, false, "退回"), status.label(), status);
    }

    // what a submission needs

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aSubmissionSaysWhatWasDone(String statement) {
        begin();
        assertRefused(() -> submit(HANDLER, statement), "请填写整改完成情况", IN_PROGRESS);
        assertRefused(() -> submit(HANDLER, null), "请填写整改完成情况", IN_PROGRESS);
    }

    @Test
    void aSubmissionShowsEvidenceOfItsOwnRound() {
        begin();
        evidence = List.of();
        assertRefused(() -> submit(HANDLER), "还没有佐证材料", IN_PROGRESS);
    }

    @Test
    void textsHaveTheirLimits() {
        begin();
        assertRefused(() -> submit(HANDLER, "长".repeat(4001)), "最多4000字，现有4001字", IN_PROGRESS);
        submit(HANDLER, "长".repeat(4000));
        assertRefused(() -> endorse(HEAD, true, "长".repeat(2001)), "最多2000字，现有2001字", AWAITING_ENDORSEMENT);
        endorse(HEAD, true, "长".repeat(2000));
    }

    @Test
    void aSubmissionWaitsForEveryPartyThatSupportsTheTask() {
        begin();
        awaited = List.of("财务科", "县供电公司");
        assertRefused(() -> submit(HANDLER), "财务科、县供电公司尚未确认配合落实情况", IN_PROGRESS);
        awaited = List.of();
        submit(HANDLER);
    }

    // four people

    @Test
    void whoSpokeForASupportingPartyJudgesNothing() {
        spokesmen = Set.of(HANDLER.userId(), HEAD.userId(), CHECKER.userId(), SIGNER.userId());
        begin();
        submit(HANDLER);
        assertRefused(() -> endorse(HEAD, true, null), "配合落实情况由您确认", AWAITING_ENDORSEMENT);
        endorse(LEAD_LEADER, true, null);
        assertRefused(() -> check(CHECKER, true, null), "配合落实情况由您确认", AWAITING_CHECK);
        check(person("supervisor2"), true, null);
        assertRefused(() -> signOff(SIGNER, true, null), "配合落实情况由您确认", AWAITING_SIGN_OFF);
    }

    @Test
    void theSubmitterEndorsesNothingOfHisOwn() {
        begin();
        submit(HEAD);
        assertRefused(() -> endorse(HEAD, true, null), "您已在本轮办理过“报验”", AWAITING_ENDORSEMENT);
    }

    @Test
    void nobodyActsTwiceInARound() {
        inCheck();
        assertRefused(() -> check(HANDLER, true, null), "您已在本轮办理过“报验”", AWAITING_CHECK);
        assertRefused(() -> check(HEAD, true, null), "您已在本轮办理过“审签”", AWAITING_CHECK);
        check(CHECKER, true, null);
        assertRefused(() -> signOff(CHECKER, true, null), "您已在本轮办理过“核查”", AWAITING_SIGN_OFF);
        assertRefused(() -> signOff(HANDLER, false, "退回"), "您已在本轮办理过“报验”", AWAITING_SIGN_OFF);
    }

    @Test
    void whoUploadedTheEvidenceJudgesNothing() {
        evidence = List.of(file(1, "sanitation1"), file(2, HEAD.userId()), file(3, CHECKER.userId()), file(4, SIGNER.userId()));
        begin();
        submit(HANDLER);
        assertRefused(() -> endorse(HEAD, true, null), "有您上传的文件", AWAITING_ENDORSEMENT);
        endorse(LEAD_LEADER, true, null);
        assertRefused(() -> check(CHECKER, true, null), "有您上传的文件", AWAITING_CHECK);
        check(person("supervisor2"), true, null);
        assertRefused(() -> signOff(SIGNER, true, null), "有您上传的文件", AWAITING_SIGN_OFF);
    }

    @Test
    void theLeadLeaderDoesNotSignOffWhatHeLeads() {
        inSignOff();
        assertRefused(() -> signOff(LEAD_LEADER, true, null), "您是本任务的责任领导", AWAITING_SIGN_OFF);
        assertRefused(() -> signOff(LEAD_LEADER, false, "退回"), "您是本任务的责任领导", AWAITING_SIGN_OFF);
    }

    @Test
    void noDepartmentChecksOrSignsOffItsOwnTaskInALeadersPlaceEither() {
        inSignOff();
        Person deputy = new Person("sanitation2", "高翔", "sanitation", Set.of("dept-sanitation", "leading-group"), Map.of("leading-group", "leader1"), Set.of("leader1"));
        assertRefused(() -> signOff(deputy, true, null), "您是责任科室的人员", AWAITING_SIGN_OFF);
        assertRefused(() -> signOff(deputy, false, "退回"), "您是责任科室的人员", AWAITING_SIGN_OFF);
    }

    // rebound

    @Test
    void whatReboundsBeginsTheNextRoundWithADeadlineThatIsNoExtension() {
        inSignOff();
        assertThatThrownBy(() -> task.rebound(LocalDate.of(2027, 6, 30))).isInstanceOf(Refusal.class);
        signOff(SIGNER, true, null);
        LocalDate first = task.originalDeadline();

        task.rebound(LocalDate.of(2027, 6, 30));

        assertThat(task.status()).isEqualTo(IN_PROGRESS);
        assertThat(task.round()).isEqualTo(2);
        assertThat(task.rebounds()).isEqualTo(1);
        assertThat(task.deadline()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(task.originalDeadline()).isEqualTo(first);
        assertThat(task.extensions()).isZero();
        assertThat(task.isSustained()).isFalse();
        assertThat(task.signedOffAt()).isNull();
        submit(HANDLER);
        assertRefused(() -> endorse(HANDLER, true, null), "四个不同的人", AWAITING_ENDORSEMENT);
    }

    // frozen evidence

    @Test
    void evidenceThatChangedAfterTheSubmissionStopsTheRound() {
        inEndorsement();
        evidence = List.of(file(1, "sanitation1"), file(2, "sanitation1"));
        assertRefused(() -> endorse(HEAD, true, null), "佐证材料与报验时不一致", AWAITING_ENDORSEMENT);
        evidence = List.of();
        assertRefused(() -> endorse(HEAD, false, "退回"), "佐证材料与报验时不一致", AWAITING_ENDORSEMENT);
    }

    // support

    private void begin() {
        in(IN_PROGRESS);
        ReflectionTestUtils.setField(task, "round", 1);
    }

    private void in(TaskStatus status) {
        ReflectionTestUtils.setField(task, "status", status);
    }

    private void inEndorsement() {
        begin();
        submit(HANDLER);
    }

    private void inCheck() {
        inEndorsement();
        endorse(HEAD, true, null);
    }

    private void inSignOff() {
        inCheck();
        check(CHECKER, true, null);
    }

    private void submit(Person by) {
        submit(by, "已完成");
    }

    private void submit(Person by, String statement) {
        decisions.add(task.submit(round(), awaited, by, statement, AT));
    }

    private void endorse(Person by, boolean endorsed, String opinion) {
        decisions.add(task.endorse(round(), by, endorsed, opinion, AT));
    }

    // what becomes of it otherwise

    @Test
    void handedOverItIsImplementedAgainAndKeepsItsRoundAndDeadlines() {
        begin();
        submit(HANDLER);
        task.handOver("parks", "leader3");
        assertThat(task.status()).isEqualTo(IN_PROGRESS);
        assertThat(task.leadDepartment()).isEqualTo("parks");
        assertThat(task.round()).isEqualTo(1);
        assertThat(task.deadline()).isEqualTo(task.originalDeadline()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertRefused(() -> task.handOver("parks", "leader3"), "不必移交", IN_PROGRESS);
        task.block();
        task.handOver("legal", "leader3");
        assertThat(task.status()).as("what is blocked stays blocked").isEqualTo(TaskStatus.BLOCKED);
    }

    @Test
    void onlyWhatIsOpenIsWithdrawn() {
        assertRefused(() -> task.leaveLedger(LedgerExit.WITHDRAWN), "当前为“未下达”，不能调整", NOT_STARTED);
        begin();
        task.leaveLedger(LedgerExit.MERGED);
        assertThat(task.status()).isEqualTo(TaskStatus.WITHDRAWN);
        assertThat(task.statusName()).isEqualTo("已合并");
        assertRefused(() -> task.leaveLedger(LedgerExit.WITHDRAWN), "当前为“已合并”，不能调整", TaskStatus.WITHDRAWN);
    }

    @Test
    void aDeputyCountsAsHimselfAndIsNoWayAroundTheLeadLeader() {
        begin();
        submit(HANDLER);
        endorse(HEAD, true, null);
        check(CHECKER, true, "同意");
        Person forLeadLeader = inPlaceOf("committee1", "leading-group", "leader2");
        assertRefused(() -> signOff(forLeadLeader, true, null), "您代理的正是本任务的责任领导", AWAITING_SIGN_OFF);
        Person checkerForLeader = inPlaceOf("supervisor1", "leading-group", "leader1");
        assertRefused(() -> signOff(checkerForLeader, true, null), "您已在本轮办理过“核查”", AWAITING_SIGN_OFF);
        signOff(inPlaceOf("general1", "leading-group", "leader1"), true, null);
        assertThat(decisions.get(3).person()).isEqualTo("general1");
        assertThat(decisions.get(3).actingFor()).isEqualTo("leader1");
    }

    private static Person inPlaceOf(String userId, String group, String absent) {
        return new Person(userId, userId, null, Set.of(group), java.util.Map.of(group, absent), Set.of(absent));
    }

    private void check(Person by, boolean passed, String opinion) {
        decisions.add(task.check(round(), by, passed, opinion, AT));
    }

    private void signOff(Person by, boolean approved, String opinion) {
        decisions.add(task.signOff(round(), by, approved, true, opinion, AT));
    }

    private Round round() {
        return new Round(task.taskNumber(), task.round(), decisions.stream().filter(decision -> decision.round() == task.round()).toList(), new Manifest(evidence), spokesmen);
    }

    private void assertRefused(Runnable deed, String reason, TaskStatus unchanged) {
        int round = task.round();
        List<Decision> before = List.copyOf(decisions);
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(reason)
                .satisfies(refusal -> assertThat(((Refusal) refusal).kind()).isEqualTo(Refusal.Kind.RULE));
        assertThat(task.status()).isEqualTo(unchanged);
        assertThat(task.round()).isEqualTo(round);
        assertThat(decisions).isEqualTo(before);
    }

    private static Person person(String userId, String... groups) {
        return new Person(userId, userId, null, Set.of(groups));
    }

    private static EvidenceFile file(long id, String by) {
        return new EvidenceFile(id, "HZ-2021-01-03-02", 1, "照片" + id + ".jpg", FileKind.JPG, 3, "%064d".formatted(id), by, AT, null);
    }
}

package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rectification.evidence.Manifest;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;

/**
 * 第N次报验 of a task: who decided what so far on which evidence. Keeps the four people apart and the evidence frozen.
 *
 * @param spokesmen who confirmed a supporting party's instalment, in whichever round; they belong to those who implement
 */
public record Round(String taskNumber, int number, List<Decision> decisions, Manifest evidence, Set<String> spokesmen) {

    private static final int LONGEST_OPINION = 2000;
    private static final int LONGEST_STATEMENT = 4000;

    Decision decide(Role role, Person by, boolean approved, String opinion, LocalDateTime at) {
        if (!approved && (opinion == null || opinion.isBlank())) throw Refusal.ofRule("退回时请填写退回意见，让承办人知道要改什么");
        int longest = role == Role.SUBMITTER ? LONGEST_STATEMENT : LONGEST_OPINION;
        if (opinion != null && opinion.length() > longest) throw Refusal.ofRule("内容最多" + longest + "字，现有" + opinion.length() + "字");
        decisions.stream().filter(earlier -> earlier.person().equals(by.userId())).findFirst().ifPresent(earlier -> {
            throw Refusal.ofRule("您已在本轮办理过“" + earlier.role().label() + "”，报验、审签、核查、销号须由四个不同的人办理");
        });
        if (role != Role.SUBMITTER && evidence.uploadedBy(by.userId())) {
            throw Refusal.ofRule("本轮佐证材料中有您上传的文件，不能再由您办理“" + role.label() + "”");
        }
        if (role != Role.SUBMITTER && spokesmen.contains(by.userId())) {
            throw Refusal.ofRule("本任务的配合落实情况由您确认，不能再由您办理“" + role.label() + "”");
        }
        String hash = evidence.hash();
        decisionOf(Role.SUBMITTER).filter(submitted -> !submitted.evidenceHash().equals(hash)).ifPresent(changed -> {
            throw Refusal.ofRule("佐证材料与报验时不一致，请联系平台管理员核对后再办理");
        });
        return new Decision(taskNumber, number, role, by.userId(), approved, opinion == null ? null : opinion.strip(), hash, at);
    }

    public Optional<Decision> decisionOf(Role role) {
        return decisions.stream().filter(decision -> decision.role() == role).findFirst();
    }

    /** Who submitted the round, gave evidence for it or spoke for a supporting party, and therefore judges nothing in it. */
    Set<String> contributors() {
        Set<String> people = new HashSet<>(spokesmen);
        evidence.files().forEach(file -> people.add(file.uploadedBy()));
        decisionOf(Role.SUBMITTER).ifPresent(submitted -> people.add(submitted.person()));
        return people;
    }

    /** 代录 is done by somebody with no hand in the task, for a leader with none in its department; whether he may decide is judged when he does. */
    void requireRecordableBy(Person secretary, Person leader, String leadDepartment) {
        recordingHindrance(secretary, leader, leadDepartment).ifPresent(reason -> {
            throw Refusal.ofRule(reason);
        });
    }

    /** Why this person may not record that leader's decision. */
    Optional<String> recordingHindrance(Person secretary, Person leader, String leadDepartment) {
        for (Person each : List.of(secretary, leader)) {
            if (leadDepartment.equals(each.department()) || each.departments().contains(leadDepartment)) return Optional.of(each.name() + "是责任科室的人员，本任务的销号审定不能由其代录或作出，须由其他人办理");
        }
        boolean tookPart = contributors().contains(secretary.userId()) || decisions.stream().anyMatch(decision -> decision.person().equals(secretary.userId()));
        return tookPart ? Optional.of(secretary.name() + "参与了本任务的配合、报验、审签、核查或佐证材料，不能代录本任务的销号审定，请由其他代录人或领导本人办理") : Optional.empty();
    }

    /** The item may leave the ledger: four approvals by four people on one and the same evidence. */
    public boolean isVerifiedByFour() {
        return decisions.size() == Role.values().length
                && decisions.stream().allMatch(Decision::approved)
                && decisions.stream().map(Decision::person).distinct().count() == Role.values().length
                && decisions.stream().allMatch(decision -> decision.evidenceHash().equals(evidence.hash()));
    }
}

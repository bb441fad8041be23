package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 配合: the departments beside the lead one are asked when a task is issued, and each confirms what it has done before the task is submitted. */
@Service
@Transactional
public class TaskSupport {

    private final Tasks tasks;
    private final LaunchClaims claims;
    private final SupportingParties parties;
    private final Instalments instalments;
    private final Organization organization;
    private final Clock clock;

    TaskSupport(Tasks tasks, LaunchClaims claims, SupportingParties parties, Instalments instalments, Organization organization, Clock clock) {
        this.tasks = tasks;
        this.claims = claims;
        this.parties = parties;
        this.instalments = instalments;
        this.organization = organization;
        this.clock = clock;
    }

    /** Whether there are departments to ask; who was asked once is not asked again, however often the task comes back. */
    @Transactional(readOnly = true)
    public boolean isNeeded(String taskNumber) {
        return !claims.isClaimedAlone(taskNumber) && !notYetAsked(taskNumber).isEmpty();
    }

    /** @return what each of the departments is now asked for */
    public List<SupportKey> requested(String taskNumber) {
        parties.spellOutAll(tasks.get(taskNumber), organization.departmentNames().keySet());
        List<String> departments = notYetAsked(taskNumber);
        instalments.ask(taskNumber);
        return departments.stream().map(department -> new SupportKey(taskNumber, department)).toList();
    }

    private List<String> notYetAsked(String taskNumber) {
        List<String> departments = parties.departmentsOf(taskNumber);
        if (departments.isEmpty()) return departments;
        List<String> asked = instalments.of(taskNumber).stream().filter(instalment -> !instalment.outside()).map(Instalment::party).toList();
        return departments.stream().filter(department -> !asked.contains(department)).toList();
    }

    /** An instance begins for a department that was asked, once, and for no other. */
    public void begun(SupportKey key) {
        if (!instalments.begin(key.taskNumber(), key.department())) {
            throw Refusal.ofRule("配合落实由系统在任务下达时逐个科室发起，不能手工或重复发起（" + key + "）");
        }
    }

    public void confirmed(SupportKey key, String by, String text) {
        RectificationTask task = tasks.getLocked(key.taskNumber());
        if (!organization.person(by).handlesFor(key.department())) throw Refusal.notYours("配合落实情况由配合科室的经办人确认，您不在该科室");
        Instalment awaited = instalments.ofDepartment(key.taskNumber(), key.department())
                .orElseThrow(() -> Refusal.unknown("任务" + key.taskNumber() + "没有请“" + key.department() + "”配合"));
        write(task, awaited, text, by);
    }

    /** The lead department writes down what an outside body has done, and who there said so. */
    public void confirmedOutside(String taskNumber, String body, String text, Person by) {
        RectificationTask task = tasks.getLocked(taskNumber);
        if (!by.handlesFor(task.leadDepartment())) throw Refusal.notYours("外单位的配合落实情况由责任科室的经办人填写，您不在责任科室");
        Instalment awaited = instalments.ofBody(taskNumber, body).orElseThrow(() -> Refusal.unknown("任务" + taskNumber + "没有名为“" + body + "”的外部配合单位；本单位科室请由该科室在待办中心确认"));
        Flaws flaws = new Flaws();
        flaws.optionalText("text", "配合落实情况", text, Integer.MAX_VALUE);
        flaws.refuseInput();
        write(task, awaited, text, by.userId());
    }

    private void write(RectificationTask task, Instalment awaited, String text, String by) {
        task.requireInProgress("确认配合落实情况");
        instalments.write(task.taskNumber(), awaited.confirmed(text, by, LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS)));
    }

    @Transactional(readOnly = true)
    public List<SupportKey> awaitedDepartments(String caseNumber) {
        return instalments.awaitedDepartments(caseNumber);
    }
}

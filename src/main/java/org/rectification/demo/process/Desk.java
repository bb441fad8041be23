package org.rectification.demo.process;

import static org.rectification.rectification.process.RectificationTaskProcess.COMPLETION_STATEMENT;
import static org.rectification.rectification.process.RectificationTaskProcess.IMPLEMENT;
import static org.rectification.reporting.process.ProgressReportProcess.SUBMIT_REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.demo.SamplePaper;
import org.rectification.evidence.EvidenceStore;
import org.rectification.extension.Extensions;
import org.rectification.notification.Digests;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.CaseProgressView;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.MeasureLedger;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskSupport;
import org.rectification.rectification.process.RectificationCaseProcess;
import org.rectification.register.EntryDraft;
import org.rectification.register.Register;
import org.rectification.register.Registers;
import org.rectification.reporting.ReportRow;
import org.rectification.reporting.ReportSheet;
import org.rectification.reporting.Reporting;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentChecks;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.Proposals;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where the demo's people do their work: each with his own login's rights, through the services that real people's clicks arrive at. */
@Component
@Profile("demo")
class Desk {

    private final Drafting drafting;
    private final CaseProgressView milestones;
    private final TaskLifecycle lifecycle;
    private final TaskSupport support;
    private final MeasureLedger measures;
    private final Reporting reporting;
    private final Extensions extensions;
    private final BlockedTasks blocked;
    private final Digests reminders;
    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final Proposals proposals;
    private final Registers registers;
    private final Organization organization;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final Clock clock;

    Desk(Drafting drafting, CaseProgressView milestones, TaskLifecycle lifecycle, TaskSupport support, MeasureLedger measures, Reporting reporting,
         Extensions extensions, BlockedTasks blocked, Digests reminders, Campaigns campaigns, DepartmentChecks checks, Proposals proposals, Registers registers,
         Organization organization, IdentityService identity, RepositoryService repository, FormService forms, TaskService tasks, Clock clock) {
        this.drafting = drafting;
        this.milestones = milestones;
        this.lifecycle = lifecycle;
        this.support = support;
        this.measures = measures;
        this.reporting = reporting;
        this.extensions = extensions;
        this.blocked = blocked;
        this.reminders = reminders;
        this.campaigns = campaigns;
        this.checks = checks;
        this.proposals = proposals;
        this.registers = registers;
        this.organization = organization;
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.clock = clock;
    }

    void receivesFeedback(String person, Map<String, Object> submitted) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(RectificationCaseProcess.KEY).latestVersion().singleResult().getId();
        as(person, () -> forms.submitStartForm(definition, submitted));
    }

    void addsProblems(String person, String caseNumber, List<ProblemDraft> problems) {
        drafting.addProblems(caseNumber, problems, organization.person(person));
    }

    void addsTasks(String person, String caseNumber, List<TaskDraft> added) {
        drafting.addTasks(caseNumber, added, organization.person(person));
    }

    void changesTask(String person, String taskNumber, TaskDraft change) {
        drafting.changeTask(taskNumber, change, organization.person(person));
    }

    void setsPhases(String person, String caseNumber, Map<String, String> deadlines) {
        milestones.setPhaseDeadlines(caseNumber, deadlines, organization.person(person));
    }

    void ticks(String person, String taskNumber, int measure, LocalDate doneOn) {
        measures.tick(taskNumber, measure, doneOn.toString(), organization.person(person));
    }

    void confirmsOutside(String person, String taskNumber, String body, String text) {
        support.confirmedOutside(taskNumber, body, text, organization.person(person));
    }

    /** @param shows names of the evidence's files, without ending */
    void submits(String person, String taskNumber, String statement, List<String> shows) {
        lifecycle.fileEvidence(taskNumber, null, organization.person(person), samples(shows, taskNumber, statement, person));
        completes(person, taskNumber, IMPLEMENT, Map.of(COMPLETION_STATEMENT.name(), statement));
    }

    void asksForExtension(String person, String taskNumber, LocalDate until, String reason, List<String> shows) {
        extensions.requested(taskNumber, until.toString(), reason, organization.person(person), samples(shows, taskNumber, reason, person));
    }

    void asksForBlock(String person, String taskNumber, BlockDraft draft) {
        blocked.requested(taskNumber, draft, organization.person(person));
    }

    void everybodyReadsReminders() {
        organization.people().forEach(person -> reminders.read(person.userId()));
    }

    /** Fills in and hands over the report; nothing happens where the department owes none. */
    void reports(String person, String caseNumber, String period, String department, Function<ReportSheet.Line, ReportRow> row) {
        Optional<Task> owed = offered(person, caseNumber + ":" + period + ":" + department, SUBMIT_REPORT);
        if (owed.isEmpty()) return;
        Person reporter = organization.person(person);
        List<ReportRow> rows = reporting.sheet(caseNumber, period, department, reporter).rows().stream().map(row).toList();
        reporting.saveDraft(caseNumber, period, department, rows, reporter);
        as(person, () -> forms.submitTaskForm(owed.get().getId(), Map.of()));
    }

    void opensCampaign(String person, String caseNumber, CampaignDraft draft) {
        campaigns.opened(caseNumber, draft, organization.person(person));
    }

    /** @param taskNumber null where it is about no task */
    void records(String person, String checkKey, String text, String taskNumber, List<String> shows) {
        long finding = checks.recorded(checkKey, text, taskNumber, null, organization.person(person)).id();
        if (!shows.isEmpty()) checks.filed(checkKey, finding, organization.person(person), samples(shows, checkKey, text, person));
    }

    /** @param nth the department's first finding is 0 */
    void corrects(String person, String checkKey, int nth, String says, List<String> shows) {
        long finding = checks.findingsOf(List.of(checkKey)).get(nth).id();
        checks.correctionWritten(checkKey, finding, says, organization.person(person));
        checks.filed(checkKey, finding, organization.person(person), samples(shows, checkKey, says, person));
    }

    void proposes(String person, String caseNumber, ProposalDraft draft) {
        proposals.filed(caseNumber, draft, organization.person(person), List.of());
    }

    void enters(String person, String caseNumber, Register register, EntryDraft draft, List<String> minutes) {
        registers.recorded(caseNumber, register, draft, organization.person(person), samples(minutes, caseNumber, draft.decisions() == null ? "" : draft.decisions(), person));
    }

    void completes(String person, String businessKey, String element, Map<String, Object> submitted) {
        if (!completesIfOffered(person, businessKey, element, submitted)) throw new IllegalStateException(businessKey + " has no " + element + " for " + person);
    }

    boolean completesIfOffered(String person, String businessKey, String element, Map<String, Object> submitted) {
        Optional<Task> task = offered(person, businessKey, element);
        task.ifPresent(offered -> as(person, () -> forms.submitTaskForm(offered.getId(), submitted)));
        return task.isPresent();
    }

    /** That the person may do it is the walls' to see to; only where a step is offered to several groups at once is his the right one. */
    private Optional<Task> offered(String person, String businessKey, String element) {
        TaskQuery open = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(element);
        List<Task> found = open.list();
        return (found.size() < 2 ? found : open.taskCandidateUser(person).list()).stream().findFirst();
    }

    private void as(String person, Runnable deed) {
        identity.setAuthentication(person, List.copyOf(organization.person(person).groups()));
        try {
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<EvidenceStore.Upload> samples(List<String> names, String about, String text, String person) {
        LocalDate today = LocalDate.now(clock);
        return names.stream().map(name -> SamplePaper.of(name, about, text, organization.person(person).name(), today)).map(EvidenceStore.Upload.class::cast).toList();
    }
}

package org.rectification.demo.process;

import static org.rectification.rectification.process.RectificationCaseProcess.APPROVE_BULLETIN;
import static org.rectification.rectification.process.RectificationCaseProcess.APPROVE_PLAN;
import static org.rectification.rectification.process.RectificationCaseProcess.BULLETIN_APPROVED;
import static org.rectification.rectification.process.RectificationCaseProcess.CASE_NUMBER;
import static org.rectification.rectification.process.RectificationCaseProcess.CASE_SUMMARY;
import static org.rectification.rectification.process.RectificationCaseProcess.CONCENTRATED_DEADLINE;
import static org.rectification.rectification.process.RectificationCaseProcess.DECLARED_PROBLEMS;
import static org.rectification.rectification.process.RectificationCaseProcess.DECOMPOSE_TASKS;
import static org.rectification.rectification.process.RectificationCaseProcess.DRAFT_PLAN;
import static org.rectification.rectification.process.RectificationCaseProcess.FEEDBACK_DATE;
import static org.rectification.rectification.process.RectificationCaseProcess.INSPECTED_PARTY;
import static org.rectification.rectification.process.RectificationCaseProcess.INSPECTION_BODY;
import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_APPROVED;
import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_GRADE;
import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_SUMMARY;
import static org.rectification.rectification.process.RectificationCaseProcess.REGISTER_PROBLEMS;
import static org.rectification.rectification.process.RectificationCaseProcess.REVIEW_PLAN;
import static org.rectification.rectification.process.RectificationCaseProcess.START_FEEDBACK_RECEIVED;
import static org.rectification.rectification.process.RectificationCaseProcess.SUMMARISE_CASE;
import static org.rectification.rectification.process.RectificationCaseProcess.TITLE;
import static org.rectification.rectification.process.RectificationTaskProcess.CHECK;
import static org.rectification.rectification.process.RectificationTaskProcess.CHECK_PASSED;
import static org.rectification.rectification.process.RectificationTaskProcess.ENDORSE;
import static org.rectification.rectification.process.RectificationTaskProcess.ENDORSED;
import static org.rectification.rectification.process.RectificationTaskProcess.IMPLEMENT;
import static org.rectification.rectification.process.RectificationTaskProcess.SIGN_OFF;
import static org.rectification.rectification.process.RectificationTaskProcess.SIGN_OFF_APPROVED;
import static org.rectification.rectification.process.RectificationTaskProcess.SUSTAINED;
import static org.rectification.rectification.process.TaskSupportProcess.INSTALMENT;
import static org.rectification.rectification.process.TaskSupportProcess.SUPPORT;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.demo.process.CaseScript.ChangeScript;
import org.rectification.demo.process.CaseScript.ClosingScript;
import org.rectification.demo.process.CaseScript.Phrases;
import org.rectification.demo.process.CaseScript.PlanScript;
import org.rectification.demo.process.CaseScript.ProblemScript;
import org.rectification.demo.process.CaseScript.ReviewScript;
import org.rectification.demo.process.CaseScript.RoundScript;
import org.rectification.demo.process.CaseScript.TaskScript;
import org.rectification.demo.process.Chronicle.Diary;
import org.rectification.lookback.LookBackSettings;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.Role;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.rectification.rectification.TaskStatus;
import org.rectification.reporting.ReportingSettings;

/**
 * What the scripts come to if today is this day: who did what when, down to the minute. A pure function of that day. People act on
 * working days only, on the last one by the script's day, and never on one case or task in two places at once.
 */
class Storyline {

    static final String OFFICE = "office1";
    private static final List<String> LEADERS = List.of("leader1", "leader2", "leader3");
    private static final List<String> CHECKERS = List.of("supervisor1", "supervisor2");

    private final LocalDate today;
    private final WorkingDays workingDays;
    private final ReportingSettings reporting;
    private final LookBackSettings lookingBack;
    private final Phrases phrases;
    private final Chronicle chronicle;
    private final Setbacks setbacks;

    private Storyline(LocalDate today, WorkingDays workingDays, ReportingSettings reporting, LookBackSettings lookingBack) {
        this.today = today;
        this.workingDays = workingDays;
        this.chronicle = new Chronicle(today, workingDays);
        this.setbacks = new Setbacks(today);
        this.reporting = reporting;
        this.lookingBack = lookingBack;
        this.phrases = Phrases.read();
    }

    /** Oldest first. */
    static List<Deed> of(List<CaseScript> scripts, LocalDate today, WorkingDays workingDays, ReportingSettings reporting, LookBackSettings lookingBack) {
        Storyline story = new Storyline(today, workingDays, reporting, lookingBack);
        scripts.forEach(story::tell);
        story.chronicle.diary("reminders", LocalDateTime.MIN).write(-1, 7, "everybody", "readsReminders", Desk::everybodyReadsReminders);
        return story.chronicle.deeds();
    }

    private void tell(CaseScript script) {
        Diary diary = chronicle.diary(script.caseNumber(), LocalDateTime.MIN);
        receiveFeedback(script, diary);
        script.plans().forEach(plan -> decideOnPlan(script, plan, diary));
        if (script.launched() == null) return;
        LocalDateTime launch = decompose(script, diary);
        List<TaskStory> tasks = work(script, launch);
        new ReportsStory(script, today, workingDays, chronicle, reporting, phrases).tell(tasks, launch.toLocalDate());
        new SupervisionStory(script, today, chronicle, launch).tell();
        new RegistersStory(script, chronicle, today, launch).tell();
        if (script.closing() == null) return;
        close(script, script.closing(), diary);
        new LookBackStory(chronicle, lookingBack, phrases.lookedBack()).tell(tasks, CHECKERS);
    }

    private void receiveFeedback(CaseScript script, Diary diary) {
        String caseNumber = script.caseNumber();
        LocalDate received = chronicle.lastWorkingDayBy(today.plusDays(script.received()));
        diary.write(received, 9, OFFICE, START_FEEDBACK_RECEIVED, desk -> desk.receivesFeedback(OFFICE, Map.of(
                CASE_NUMBER.name(), caseNumber, TITLE.name(), script.title(), INSPECTION_BODY.name(), script.inspectionBody(), INSPECTED_PARTY.name(), script.inspectedParty(),
                FEEDBACK_DATE.name(), received.toString(), CONCENTRATED_DEADLINE.name(), today.plusDays(script.concentratedDeadline()).toString(),
                DECLARED_PROBLEMS.name(), String.valueOf(script.declaredProblems()))));
        List<ProblemDraft> problems = script.problems().stream().map(problem -> new ProblemDraft(problem.aspect(), problem.title(), problem.text(), null, null, null)).toList();
        diary.write(script.registered(), 10, OFFICE, "addProblems", desk -> desk.addsProblems(OFFICE, caseNumber, problems));
        diary.write(script.registered(), 11, OFFICE, REGISTER_PROBLEMS, desk -> desk.completes(OFFICE, caseNumber, REGISTER_PROBLEMS, Map.of()));
    }

    private void decideOnPlan(CaseScript script, PlanScript plan, Diary diary) {
        String caseNumber = script.caseNumber();
        List<TaskDraft> added = drafts(script, script.plans().indexOf(plan) + 1);
        if (!added.isEmpty()) diary.write(plan.drafted(), 9, OFFICE, "addTasks", desk -> desk.addsTasks(OFFICE, caseNumber, added));
        diary.write(plan.drafted(), 16, OFFICE, DRAFT_PLAN, desk -> desk.completes(OFFICE, caseNumber, DRAFT_PLAN, Map.of(PLAN_SUMMARY.name(), plan.summary())));
        for (ReviewScript review : plan.reviews()) {
            diary.write(review.day(), 10, review.by(), REVIEW_PLAN, desk -> desk.completes(review.by(), caseNumber, REVIEW_PLAN, judged(review.opinion(), PLAN_GRADE.name(), review.grade())));
        }
        if (plan.decision() == null) return;
        String by = plan.decision().by();
        diary.write(plan.decision().day(), 15, by, APPROVE_PLAN,
                desk -> desk.completes(by, caseNumber, APPROVE_PLAN, judged(plan.decision().opinion(), PLAN_APPROVED.name(), plan.decision().approved())));
    }

    private List<TaskDraft> drafts(CaseScript script, int planVersion) {
        List<TaskDraft> drafts = new ArrayList<>();
        int number = 0;
        for (ProblemScript problem : script.problems()) {
            String of = String.valueOf(++number);
            problem.tasks().stream().filter(task -> task.plan() == planVersion).map(task -> new TaskDraft(of, task.title(), task.kind().name(), task.phase().name(),
                    task.lead(), task.with(), List.copyOf(task.outside().keySet()), task.leader(), today.plusDays(task.due()).toString(), task.standard(), task.measures().stream().map(MeasureDraft::new).toList(), null))
                    .forEach(drafts::add);
        }
        return drafts;
    }

    private LocalDateTime decompose(CaseScript script, Diary diary) {
        String caseNumber = script.caseNumber();
        for (ChangeScript change : script.changes()) {
            TaskDraft draft = new TaskDraft(null, null, null, null, null, null, null, null, change.standard(), null, change.reason());
            diary.write(change.day(), 10, OFFICE, "changeTask", desk -> desk.changesTask(OFFICE, caseNumber + "-" + change.task(), draft));
        }
        Map<String, String> phases = script.phases().entrySet().stream().collect(Collectors.toMap(phase -> phase.getKey().name(), phase -> today.plusDays(phase.getValue()).toString()));
        diary.write(script.launched(), 9, OFFICE, "setPhases", desk -> desk.setsPhases(OFFICE, caseNumber, phases));
        return diary.write(script.launched(), 10, OFFICE, DECOMPOSE_TASKS, desk -> desk.completes(OFFICE, caseNumber, DECOMPOSE_TASKS, Map.of()));
    }

    private List<TaskStory> work(CaseScript script, LocalDateTime launch) {
        List<TaskStory> stories = new ArrayList<>();
        int problem = 0;
        for (ProblemScript of : script.problems()) {
            problem++;
            int ordinal = 0;
            for (TaskScript task : of.tasks()) stories.add(work(script, task, "%s-%02d-%02d".formatted(script.caseNumber(), problem, ++ordinal), problem + ordinal, launch));
        }
        return stories;
    }

    /** @param turn whose turn it is where several people, or several phrases, would do */
    private TaskStory work(CaseScript script, TaskScript task, String taskNumber, int turn, LocalDateTime launch) {
        Diary diary = chronicle.diary(taskNumber, launch.plusMinutes(30));
        TaskStory story = new TaskStory(taskNumber, task, launch.toLocalDate());
        String handler = handler(task.lead(), turn);
        support(script, task, taskNumber, turn, launch, handler);
        if (task.extension() != null) setbacks.extend(taskNumber, task.extension(), handler, task.lead() + "head", diary);
        int ticked = 0;
        for (RoundScript round : task.rounds()) {
            boolean last = round == task.rounds().get(task.rounds().size() - 1);
            int by = last ? task.measuresDone() : Math.min(task.measuresDone(), task.measures().size() - 1);
            for (int first = ticked; ticked < by; ticked++) tick(story, diary, handler, ticked, between(story, script, round.submitted(), first, by, ticked));
            submit(story, diary, round, turn + story.rounds(), round.by() == null ? handler : round.by());
        }
        for (int first = ticked; ticked < task.measuresDone(); ticked++) {
            tick(story, diary, handler, ticked, between(story, script, -4, first, task.measuresDone() + 1, ticked));
        }
        if (task.blocked() != null) setbacks.block(taskNumber, task.blocked(), handler, diary);
        return story;
    }

    /** Everybody beside the lead department is done by the first submission; where there is none yet, every other department is still awaited. */
    private void support(CaseScript script, TaskScript task, String taskNumber, int turn, LocalDateTime launch, String handler) {
        boolean submitted = !task.rounds().isEmpty();
        int day = submitted ? task.rounds().get(0).submitted() - 2 : -5;
        int nth = 0;
        for (String department : script.supporters(task)) {
            if (!submitted && (task.measuresDone() == 0 || nth++ % 2 == 1)) continue;
            String by = handler(department, turn);
            String text = pick(phrases.confirmed(), turn + department.length());
            String key = taskNumber + ":" + department;
            chronicle.diary(key, launch.plusMinutes(30)).write(day, 8, by, SUPPORT, desk -> desk.completes(by, key, SUPPORT, Map.of(INSTALMENT.name(), text)));
        }
        task.outside().forEach((body, text) -> chronicle.diary(taskNumber + ":" + body, launch.plusMinutes(30))
                .write(day, 8, handler, "confirmOutside", desk -> desk.confirmsOutside(handler, taskNumber, body, text)));
    }

    /** Measures are done one after another, evenly from what was before until the day the last one has to be done. */
    private int between(TaskStory story, CaseScript script, int end, int first, int last, int measure) {
        int begin = story.rounds() == 0 ? script.launched() : story.task().rounds().get(story.rounds() - 1).submitted() + 9;
        return Math.min(begin, end - 1) + (end - 1 - Math.min(begin, end - 1)) * (measure + 1 - first) / (last - first);
    }

    private static void tick(TaskStory story, Diary diary, String handler, int measure, int day) {
        LocalDateTime[] done = new LocalDateTime[1];
        done[0] = diary.write(day, 16, handler, "tick", desk -> desk.ticks(handler, story.taskNumber(), measure + 1, done[0].toLocalDate()));
        story.ticked(done[0], measure);
    }

    private void submit(TaskStory story, Diary diary, RoundScript round, int turn, String submitter) {
        TaskScript task = story.task();
        String taskNumber = story.taskNumber();
        String head = task.lead() + "head";
        String endorser = submitter.equals(head) ? task.leader() : head;
        List<String> signers = LEADERS.stream().filter(leader -> !leader.equals(task.leader())).toList();
        LocalDateTime submitted = diary.write(round.submitted(), 9, submitter, IMPLEMENT, desk -> desk.submits(submitter, taskNumber, round.says(), round.shows()));
        story.submitted(submitted);
        boolean goesOn = decide(story, diary, round, Role.ENDORSER, TaskStatus.AWAITING_ENDORSEMENT, round.submitted() + 1, 10, endorser, ENDORSE, ENDORSED.name(), pick(phrases.endorsed(), turn))
                && decide(story, diary, round, Role.CHECKER, TaskStatus.AWAITING_CHECK, round.submitted() + 3 + turn % 3, 14, pick(CHECKERS, turn), CHECK, CHECK_PASSED.name(), pick(phrases.checked(), turn));
        if (goesOn) {
            decide(story, diary, round, Role.SIGNER, TaskStatus.AWAITING_SIGN_OFF, round.submitted() + 7 + turn % 3, 16, pick(signers, turn), SIGN_OFF, SIGN_OFF_APPROVED.name(), pick(phrases.signedOff(), turn));
        }
    }

    /** @return whether the round goes on to the next step */
    private boolean decide(TaskStory story, Diary diary, RoundScript round, Role role, TaskStatus waiting, int day, int hour, String by, String element, String decision, String agreed) {
        if (round.refusedBy() == null && round.until() == waiting) return false;
        boolean approved = round.refusedBy() != role;
        Map<String, Object> submitted = judged(approved ? agreed : round.because(), decision, approved);
        if (role == Role.SIGNER && approved) submitted.put(SUSTAINED.name(), true);
        LocalDateTime at = diary.write(day, hour, by, element, desk -> desk.completes(by, story.taskNumber(), element, submitted));
        if (!approved) story.refused(at, round.because());
        else if (role == Role.SIGNER) story.signedOff(at);
        return approved;
    }

    private void close(CaseScript script, ClosingScript closing, Diary diary) {
        String caseNumber = script.caseNumber();
        diary.write(closing.summarised(), 16, OFFICE, SUMMARISE_CASE, desk -> desk.completes(OFFICE, caseNumber, SUMMARISE_CASE, Map.of(CASE_SUMMARY.name(), closing.summary())));
        diary.write(closing.approved(), 15, closing.by(), APPROVE_BULLETIN,
                desk -> desk.completes(closing.by(), caseNumber, APPROVE_BULLETIN, judged(closing.opinion(), BULLETIN_APPROVED.name(), true)));
    }

    static Map<String, Object> judged(String opinion, String decision, Object value) {
        return new HashMap<>(Map.of("opinion", opinion, decision, value));
    }

    static String handler(String department, int turn) {
        return department + (1 + turn % 2);
    }

    static String pick(List<String> from, int turn) {
        return from.get(Math.floorMod(turn, from.size()));
    }
}

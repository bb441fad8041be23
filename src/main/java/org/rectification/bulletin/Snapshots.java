package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.document.OfficialDocument;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.Completion;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskStatus;
import org.rectification.register.Entry;
import org.rectification.register.Register;
import org.rectification.register.RegisterFigures;
import org.springframework.stereotype.Component;

/** Takes the figures of a case as they are now. */
@Component
class Snapshots {

    /** More tasks than these beneath a problem are told in numbers. */
    private static final int MOST_TASKS_TOLD = 20;

    private final LedgerView ledger;
    private final TaskTexts texts;
    private final OrganisingFacts organising;
    private final RegisterFigures registers;

    Snapshots(LedgerView ledger, TaskTexts texts, OrganisingFacts organising, RegisterFigures registers) {
        this.ledger = ledger;
        this.texts = texts;
        this.organising = organising;
        this.registers = registers;
    }

    /** @param previous facts of the last approved bulletin, null for the first */
    Snapshot take(String caseNumber, int ordinal, BulletinFacts previous) {
        CaseFigures figures = ledger.figures(caseNumber);
        LocalDate asOf = ledger.horizon().today();
        List<Problem> problems = ledger.problems(caseNumber);
        Map<String, Integer> aspects = new LinkedHashMap<>();
        problems.forEach(problem -> aspects.putIfAbsent(problem.aspect(), aspects.size() + 1));
        Map<Integer, List<RectificationTask>> tasks = ledger.tasks(caseNumber).stream().filter(task -> task.status() != TaskStatus.WITHDRAWN).collect(Collectors.groupingBy(RectificationTask::problem));
        List<ProblemFacts> each = problems.stream().map(problem -> facts(problem.number(), aspects.get(problem.aspect()), tasks.getOrDefault(problem.number(), List.of()), previous))
                .sorted(Comparator.comparing(ProblemFacts::aspect).thenComparing(ProblemFacts::number)).toList();
        BulletinFacts now = new BulletinFacts(caseNumber, figures.inspectionBody(), figures.inspectedParty(), figures.feedbackDate(), asOf, figures.declaredProblems(), figures.completion(),
                Completion.of(figures.signedOff(), figures.tasks()), figures.measureCompletion(), each, null);
        BulletinFacts facts = previous == null ? now : now.after(previous);
        return new Snapshot(facts, proposed(facts, ordinal, figures, problems, aspects, tasks));
    }

    static ProblemFacts facts(int number, int aspect, List<RectificationTask> tasks, BulletinFacts previous) {
        List<RectificationTask> open = tasks.stream().filter(task -> task.status() != TaskStatus.SIGNED_OFF).toList();
        boolean done = !tasks.isEmpty() && open.isEmpty();
        RectificationTask last = open.stream().filter(task -> task.deadline() != null).max(Comparator.comparing(RectificationTask::deadline)).orElse(null);
        boolean toldAsDone = done && previous != null && previous.hasProblem(number) && previous.problem(number).done();
        return new ProblemFacts(number, aspect, done, done && tasks.stream().allMatch(RectificationTask::isSustained), Completion.of(tasks.size() - open.size(), tasks.size()),
                last == null ? null : last.deadline(), last == null ? null : last.originalDeadline(), open.stream().mapToInt(RectificationTask::extensions).sum(),
                open.stream().anyMatch(task -> task.status() == TaskStatus.BLOCKED), (int) open.stream().filter(task -> task.rebounds() > 0).count(), toldAsDone);
    }

    private List<Section> proposed(BulletinFacts facts, int ordinal, CaseFigures figures, List<Problem> problems, Map<String, Integer> aspects, Map<Integer, List<RectificationTask>> tasks) {
        List<Section> sections = new ArrayList<>();
        add(sections, Section.TITLE, facts.inspectedParty() + "关于巡察整改进展情况的" + (ordinal == 1 ? "通报" : Bulletin.name(ordinal)));
        add(sections, Section.OPENING, OfficialDocument.day(facts.feedbackDate()) + "，" + facts.inspectionBody() + "向" + facts.inspectedParty() + "反馈了巡察意见。根据党务公开和巡察工作有关要求，现将整改进展情况"
                + (ordinal == 1 ? "通报" : "补充通报") + "如下。");
        add(sections, Section.ORGANISING, ordinal == 1 ? String.join("", organising.of(facts.caseNumber())) : "");
        // Why else there are fewer or more only the office can say.
        if (figures.differsFromDeclared()) add(sections, Section.DIFFERENCE, figures.differsByHandedOverAlone() ? "其中" + figures.handedOver() + "个是巡察期间移交的问题。" : "");
        add(sections, Section.OVERVIEW, "");
        aspects.forEach((name, place) -> add(sections, Section.aspect(place), name));
        Map<String, String> statements = texts.completionStatements(facts.caseNumber());
        Map<String, String> reports = texts.acceptedReports(facts.caseNumber());
        Map<String, List<String>> measures = texts.measuresDone(facts.caseNumber());
        Map<Integer, Problem> byNumber = problems.stream().collect(Collectors.toMap(Problem::number, problem -> problem));
        Map<Integer, List<Entry>> kept = registers.byProblem(facts.caseNumber());
        for (ProblemFacts problem : facts.each()) {
            add(sections, Section.problemTitle(problem.number()), byNumber.get(problem.number()).title());
            add(sections, Section.problemText(problem.number()), byNumber.get(problem.number()).text());
            add(sections, Section.problemDone(problem.number()), done(tasks.getOrDefault(problem.number(), List.of()), statements, reports, measures) + kept(kept.getOrDefault(problem.number(), List.of())));
        }
        add(sections, Section.NEXT, NextSteps.of(facts));
        return sections;
    }

    private static void add(List<Section> sections, String key, String text) {
        sections.add(Section.proposed(key, sections.size() + 1, text));
    }

    /** What was done first, what is still being done after it. */
    static String done(Collection<RectificationTask> tasks, Map<String, String> statements, Map<String, String> reports, Map<String, List<String>> measures) {
        List<String> sentences = new ArrayList<>();
        tasks.stream().filter(task -> task.status() == TaskStatus.SIGNED_OFF).limit(MOST_TASKS_TOLD).map(task -> statements.get(task.taskNumber())).filter(text -> text != null && !text.isBlank())
                .forEach(text -> sentences.add(sentence(text)));
        tasks.stream().filter(task -> task.status() != TaskStatus.SIGNED_OFF).limit(MOST_TASKS_TOLD).forEach(task -> sentences.add(underWay(task, statements, reports, measures)));
        if (tasks.size() > MOST_TASKS_TOLD) sentences.add("共" + tasks.size() + "项任务，其余从略。");
        return String.join("", sentences);
    }

    /** Rules and figures that the registers hold against a problem. */
    static String kept(List<Entry> entries) {
        String rules = entries.stream().filter(entry -> entry.register() == Register.RULES)
                .map(entry -> entry.content().kind().label() + titled(entry.content().title()) + (entry.content().documentNumber() == null ? "" : "（" + entry.content().documentNumber() + "）")).collect(Collectors.joining("、"));
        String results = entries.stream().filter(entry -> entry.register() == Register.RESULTS)
                .map(entry -> "截至" + OfficialDocument.day(entry.content().happenedOn()) + "，" + entry.content().title() + entry.content().plainFigure() + entry.content().unit() + "。").collect(Collectors.joining());
        return (rules.isEmpty() ? "" : rules + "。") + results;
    }

    private static String titled(String title) {
        return title.startsWith("《") ? title : "《" + title + "》";
    }

    private static String underWay(RectificationTask task, Map<String, String> statements, Map<String, String> reports, Map<String, List<String>> measures) {
        String number = task.taskNumber();
        String said = statements.getOrDefault(number, reports.get(number));
        String told = said != null && !said.isBlank() ? sentence(said) : measures.containsKey(number) ? "已完成：" + sentence(String.join("；", measures.get(number))) : "正在推进。";
        return "“" + task.title() + "”尚未销号：" + told;
    }

    private static String sentence(String text) {
        String stripped = text.strip().replace("\n", "").replace("\r", "");
        return "。！？；".indexOf(stripped.charAt(stripped.length() - 1)) >= 0 ? stripped : stripped + "。";
    }
}

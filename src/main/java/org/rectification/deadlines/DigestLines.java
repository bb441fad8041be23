package org.rectification.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.bulletin.BulletinTodos;
import org.rectification.bulletin.BulletinTodos.Awaited;
import org.rectification.calendar.WorkingDays;
import org.rectification.notification.Digest;
import org.rectification.notification.Heading;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.PaperSignOff;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.todo.Todos;
import org.rectification.todo.Todos.Todo;
import org.springframework.stereotype.Component;

/** What one person is told on one day: the steps of the ladder that concern him, and what waits for him; each matter once. */
@Component
class DigestLines {

    private static final int LISTED = 20;
    private static final int LONGEST_OPINION = 100;

    private final Todos todos;
    private final PaperSignOffs papers;
    private final BulletinTodos bulletins;
    private final BulletinMatter bulletinMatter;
    private final TodoMatter todoMatter;
    private final StepMatter stepMatter;
    private final WorkingDays workingDays;
    private final DeadlineSettings settings;

    DigestLines(Todos todos, PaperSignOffs papers, BulletinTodos bulletins, BulletinMatter bulletinMatter, TodoMatter todoMatter, StepMatter stepMatter, WorkingDays workingDays, DeadlineSettings settings) {
        this.todos = todos;
        this.papers = papers;
        this.bulletins = bulletins;
        this.bulletinMatter = bulletinMatter;
        this.todoMatter = todoMatter;
        this.stepMatter = stepMatter;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    private record Told(Heading heading, String text, String link, String matters) {

        Digest.Line line() {
            return new Digest.Line(heading.label(), text, link, matters);
        }
    }

    /** @param since when people were told the last time: what came later is new to them */
    List<Digest.Line> of(Person person, LocalDate day, LocalDateTime since, Audiences steps) {
        List<LadderStep> listed = steps.first(LISTED, person);
        Map<String, Todo> own = new HashMap<>(todos.on(listed.stream().map(DigestLines::todoKey).collect(Collectors.toSet()), person));
        List<Told> told = new ArrayList<>(listed.stream().map(step -> ofStep(step, own.get(todoKey(step)))).toList());
        int others = steps.count(person) - listed.size();
        if (others > 0) told.add(new Told(Heading.MORE, "另有" + others + "项督办，请在督办台账中查看", "/cases/" + listed.get(0).caseNumber() + "/ladder", null));

        Set<String> named = new HashSet<>(own.values().stream().map(Todo::id).toList());
        LocalDate near = workingDays.after(day, settings.nearDays());
        List<Todo> due = todos.dueBy(person, near, LISTED);
        List<Todo> fresh = todos.newSince(since, person, LISTED);
        Stream.concat(due.stream(), fresh.stream()).filter(todo -> named.add(todo.id())).forEach(todo -> told.add(ofTodo(todo, day, near, fresh.contains(todo))));
        long more = due.size() < LISTED ? 0 : todos.countDueBy(person, near) - LISTED;
        if (more > 0) told.add(new Told(Heading.MORE, "另有" + more + "项待办临期或超期，请打开待办中心", "/camunda/app/tasklist/default/", null));
        bulletins.of(person).stream().filter(each -> !each.dueOn().isAfter(near) || each.bulletin().submittedAt().isAfter(since)).limit(LISTED).map(each -> ofBulletin(each, day, near)).forEach(told::add);
        if (person.isIn(Groups.LEADING_GROUP)) papers.recordedSince(since, person).stream().limit(LISTED).map(DigestLines::ofRecorded).forEach(told::add);
        return told.stream().sorted(Comparator.comparing(Told::heading)).map(Told::line).toList();
    }

    private static Told ofRecorded(PaperSignOff recorded) {
        return new Told(Heading.WAITING, recorded.secretaryName() + "代录了您对" + recorded.title() + "（" + recorded.taskNumber() + "）的销号审定：" + (recorded.approved() ? "同意销号" : "退回")
                + "，请核对；有异议的在" + recorded.objectUntil() + "以前提出", "/decisions", null);
    }

    private Told ofBulletin(Awaited awaited, LocalDate day, LocalDate near) {
        String text = "审定通报：" + awaited.bulletin().name() + "（" + awaited.bulletin().caseNumber() + "，期限" + awaited.dueOn() + "）";
        return new Told(urgency(awaited.dueOn(), day, near), text, awaited.link(), bulletinMatter.named(awaited.bulletin().bulletinKey()));
    }

    private Heading urgency(LocalDate dueOn, LocalDate day, LocalDate near) {
        if (dueOn == null || dueOn.isAfter(near)) return Heading.WAITING;
        return workingDays.left(day, dueOn) < 0 ? Heading.OVERDUE : Heading.NEAR;
    }

    /** What is to be done about a step: to confirm it, or else what it is about. */
    private static String todoKey(LadderStep step) {
        return step.effect().status().isInEffect() || step.id() == null ? step.subject() : Escalation.key(step.id());
    }

    private Told ofStep(LadderStep step, Todo own) {
        if (step.effect().status().isDropped()) return ofDropped(step);
        boolean awaited = !step.effect().status().isInEffect();
        Heading heading = awaited ? Heading.WAITING : step.isOfTask() && step.daysLeft() >= 0 ? Heading.NEAR : Heading.OVERDUE;
        String text = "【" + step.rung().level() + (awaited ? "，" + step.effect().status().label() : "") + "】" + step.title() + "（" + (step.isOfTask() ? step.subject() : step.caseNumber()) + "）：" + step.situation();
        String matters = step.id() == null ? null : stepMatter.named(step.id());
        if (own == null) return new Told(heading, text, step.isOfTask() ? "/tasks/" + step.subject() : "/cases/" + step.caseNumber() + "/reports", matters);
        return new Told(heading, text, own.link(), matters == null ? null : matters + " " + todoMatter.named(own.id()));
    }

    /** It is taken once only, so that whoever wants it after all has to act himself. */
    private static Told ofDropped(LadderStep step) {
        return new Told(Heading.MORE, "【" + step.rung().level() + "，" + step.effect().status().label() + "】" + step.title() + "（" + (step.isOfTask() ? step.subject() : step.caseNumber()) + "）：" + shortened(step.effect().opinion()),
                "/cases/" + step.caseNumber() + "/ladder", null);
    }

    private static String shortened(String opinion) {
        return opinion.length() <= LONGEST_OPINION ? opinion : opinion.substring(0, LONGEST_OPINION) + "…";
    }

    private Told ofTodo(Todo todo, LocalDate day, LocalDate near, boolean fresh) {
        Heading heading = fresh && todo.returned() ? Heading.RETURNED : urgency(todo.dueOn(), day, near);
        String text = todo.step() + "：" + (todo.subject() == null ? todo.key() : todo.subject()) + (todo.dueOn() == null ? "" : "（期限" + todo.dueOn() + "）");
        return new Told(heading, text, todo.link(), todoMatter.named(todo.id()));
    }
}

package org.rectification.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.rectification.PlanRevision.ChangedProblem;
import org.rectification.rectification.PlanRevision.NewProblem;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;

/**
 * The cells of the problem that each row stands beneath. A problem is known by its number or else by its words, and where these speak of two,
 * nobody can tell; where a row has neither, as after unmerging cells, it stands beneath the problem of the row above, unless that row is wrong.
 */
final class ProblemCells {

    private final LedgerComparison comparison;
    private final Map<Integer, Problem> present;
    private final Map<List<String>, Integer> byWords = new HashMap<>();
    private final Map<String, Set<Problem>> byText = new HashMap<>();
    private final Map<List<Object>, Said> said = new HashMap<>();
    private final List<NewProblem> added = new ArrayList<>();
    private final Map<Integer, ChangedProblem> changed = new LinkedHashMap<>();
    private final int firstAdded;
    private int next;
    private int above;
    private int rowAbove;
    private boolean wrongAbove;
    private String aspectAbove = "";

    /** What the file says of a problem in one field, and the row that says it. */
    private record Said(int row, String text) {}

    ProblemCells(LedgerComparison comparison, List<Problem> present) {
        this.comparison = comparison;
        this.present = present.stream().collect(Collectors.toMap(Problem::number, problem -> problem));
        for (Problem problem : present) {
            byWords.put(List.of(Typed.text(problem.aspect()), Typed.text(problem.title())), problem.number());
            for (String words : List.of(problem.title(), problem.text(), shown(problem))) byText.computeIfAbsent(Typed.text(words), each -> new LinkedHashSet<>()).add(problem);
        }
        next = present.stream().mapToInt(Problem::number).max().orElse(0) + 1;
        firstAdded = next;
    }

    List<NewProblem> added() {
        return added;
    }

    List<ChangedProblem> changed() {
        return List.copyOf(changed.values());
    }

    static LedgerField field(String draftField) {
        return draftField == null ? null : switch (draftField) {
            case "aspect" -> LedgerField.ASPECT;
            case "reason" -> LedgerField.REASON;
            default -> LedgerField.PROBLEM;
        };
    }

    /**
     * @param line of the row's task, null where it has none yet
     * @return the problem's number, 0 where it cannot be told
     */
    int compare(RowFindings found, LedgerLine line) {
        int own = problemOf(found, line);
        if (line != null || saysWhich(found.row())) {
            above = own;
            rowAbove = found.row().number();
            wrongAbove = own == 0 || found.isRefused(LedgerField.NUMBER);
        }
        if (!found.row().text(LedgerField.ASPECT).isEmpty()) aspectAbove = found.row().text(LedgerField.ASPECT);
        return own;
    }

    /** A row of which nobody knows what it is; those beneath it may belong to its problem or to the one before. */
    void unknown(SheetRow row) {
        rowAbove = row.number();
        wrongAbove = true;
    }

    private static boolean saysWhich(SheetRow row) {
        return !row.text(LedgerField.NUMBER).isEmpty() || row.hasAny(LedgerField.Of.PROBLEM);
    }

    /** Says to which problem a row was taken to belong that does not say it itself. */
    void noteProblem(RowFindings found, LedgerField at) {
        if (found.problem != 0 && !saysWhich(found.row())) found.read(at, "序号空着，随第" + rowAbove + "行归入问题" + found.problem);
    }

    private int problemOf(RowFindings found, LedgerLine line) {
        SheetRow row = found.row();
        String number = row.text(LedgerField.NUMBER);
        boolean worded = row.hasAny(LedgerField.Of.PROBLEM);
        if (line != null) {
            int own = line.problem().number();
            Problem other = other(row, own);
            if (!number.isEmpty() && !Typed.number(number).equals(Optional.of(own))) {
                found.forbidden(LedgerField.NUMBER, String.valueOf(own), "任务" + line.task().taskNumber() + "属于问题" + own + "，不能改挂到别的问题，请改回" + own + (comparison.isOpen() ? "；如确需改挂，请删除后在该问题下新增" : "；任务的调整在任务页申请"));
            } else if (other != null) {
                found.forbidden(LedgerField.PROBLEM, shown(line.problem()), "任务" + line.task().taskNumber() + "属于" + named(line.problem()) + "，而这里写的是" + named(other) + "；请改回，或核对任务编号");
            } else if (worded) {
                compare(found, own);
            }
            return own;
        }
        if (number.isEmpty() && !worded) {
            if (wrongAbove) found.unclear(LedgerField.NUMBER, "本行序号空着，应随第" + rowAbove + "行，而第" + rowAbove + "行有误，看不出属于哪个问题；请在本行填写序号，或先改正第" + rowAbove + "行");
            else if (above == 0) found.unclear(LedgerField.NUMBER, "看不出本行属于哪个问题，请填写序号或反馈问题");
            return wrongAbove ? 0 : above;
        }
        if (!number.isEmpty()) {
            Optional<Integer> typed = Typed.number(number);
            if (typed.isEmpty()) found.unclear(LedgerField.NUMBER, "序号“" + number + "”不是数字；填表说明等请放到表格之外，或删去本行");
            return typed.map(known -> known(found, known)).orElse(0);
        }
        String aspect = aspectOf(row, aspectAbove);
        Integer known = byWords.getOrDefault(List.of(aspect, Typed.Problem.of(row.text(LedgerField.PROBLEM)).title()), alike(row));
        if (known == null) return add(found, aspect);
        if (known == 0) {
            found.unclear(LedgerField.NUMBER, "反馈问题与" + byText.get(row.text(LedgerField.PROBLEM)).stream().map(ProblemCells::named).collect(Collectors.joining("、"))
                    + "写的相同，而序号空着，看不出是不是同一问题；是同一问题的请填写序号，是新问题的请改写反馈问题");
            return 0;
        }
        compare(found, known);
        return known;
    }

    private static String aspectOf(SheetRow row, String otherwise) {
        return row.text(LedgerField.ASPECT).isEmpty() ? otherwise : row.text(LedgerField.ASPECT);
    }

    /** The problem of the very words of a row without a number, null where there is none, 0 where the words or the aspect leave a doubt. */
    private Integer alike(SheetRow row) {
        String text = row.text(LedgerField.PROBLEM);
        List<Problem> alike = byText.getOrDefault(text, Set.of()).stream().filter(problem -> row.text(LedgerField.ASPECT).isEmpty() || text.equals(shown(problem))).toList();
        if (alike.isEmpty()) return null;
        return alike.size() == 1 && text.equals(shown(alike.get(0))) && aspectOf(row, Typed.text(alike.get(0).aspect())).equals(Typed.text(alike.get(0).aspect())) ? alike.get(0).number() : 0;
    }

    private int known(RowFindings found, int number) {
        SheetRow row = found.row();
        boolean known = present.containsKey(number) || number >= firstAdded && number < next;
        Problem other = other(row, number);
        if (other != null || !known && number != next) {
            found.forbidden(LedgerField.NUMBER, null, other != null ? contradicted(number, other) : unknown(number, row));
            return 0;
        }
        if (!known) return add(found, aspectOf(row, aspectAbove));
        compare(found, number);
        return number;
    }

    /** Whose words stand in the row of this problem: the whole words under any aspect, a title or text alone under the same one. Null where they may be its own. */
    private Problem other(SheetRow row, int number) {
        String text = row.text(LedgerField.PROBLEM);
        String aspect = aspectOf(row, present.containsKey(number) ? Typed.text(present.get(number).aspect()) : aspectAbove);
        if (text.isEmpty()) return null;
        List<Problem> alike = Stream.of(text, Typed.Problem.of(text).title()).flatMap(words -> byText.getOrDefault(words, Set.of()).stream()).distinct().toList();
        Optional<Problem> whole = alike.stream().filter(problem -> text.equals(shown(problem))).min(Comparator.comparing(problem -> problem.number() != number));
        if (whole.isPresent()) return whole.filter(problem -> problem.number() != number).orElse(null);
        if (alike.stream().anyMatch(problem -> problem.number() == number)) return null;
        return alike.stream().filter(problem -> aspect.equals(Typed.text(problem.aspect()))).findFirst().orElse(null);
    }

    private String contradicted(int number, Problem other) {
        String told = "，而反馈问题写的是" + named(other) + "；";
        if (present.containsKey(number)) return "序号" + number + "是" + named(present.get(number)) + told + "是问题" + other.number() + "的，请把序号改为" + other.number() + "，是问题" + number + "的，请改正反馈问题";
        return (number >= firstAdded && number < next ? "序号" + number + "是本文件上面新增的问题" : "本案没有问题" + number) + told + "请把序号改为" + other.number()
                + (comparison.isOpen() && number == next ? "，确是新问题的请改写反馈问题" : "");
    }

    private String unknown(int number, SheetRow row) {
        String none = "本案没有问题" + number + "，";
        if (row.text(LedgerField.PROBLEM).isEmpty()) return none + "本行也没有写反馈问题；请改为本案已有的序号";
        return none + "反馈问题写的“" + Typed.Problem.of(row.text(LedgerField.PROBLEM)).title() + "”也没有登记过；请改为本案已有的序号"
                + (comparison.isOpen() ? "，是新增问题的请把序号留空由系统编号，或接着编（下一个问题的序号是" + next + "）" : "");
    }

    private static String named(Problem problem) {
        return "问题" + problem.number() + "“" + problem.title() + "”";
    }

    private int add(RowFindings found, String aspect) {
        SheetRow row = found.row();
        if (!comparison.isOpen()) {
            found.forbidden(LedgerField.PROBLEM, null, comparison.closed(LedgerField.PROBLEM));
            return 0;
        }
        Typed.Problem problem = Typed.Problem.of(row.text(LedgerField.PROBLEM));
        found.title = problem.title();
        found.added(LedgerField.ASPECT);
        found.added(LedgerField.PROBLEM);
        added.add(new NewProblem(row.number(), next, new ProblemDraft(aspect, problem.title(), problem.text(), null, null, null)));
        byWords.put(List.of(aspect, problem.title()), next);
        said.put(List.of(next, LedgerField.ASPECT), new Said(row.number(), aspect));
        said.put(List.of(next, LedgerField.PROBLEM), new Said(row.number(), row.text(LedgerField.PROBLEM)));
        return next++;
    }

    /** The first row that says something of a problem counts; others may leave it out but not say something else. */
    private void compare(RowFindings found, int number) {
        if (present.containsKey(number)) found.title = present.get(number).title();
        for (LedgerField field : LedgerField.of(LedgerField.Of.PROBLEM)) {
            String text = found.row().text(field);
            if (text.isEmpty()) continue;
            Said before = said.putIfAbsent(List.of(number, field), new Said(found.row().number(), text));
            if (before == null) differs(field, found, present.get(number), text);
            else if (!before.text().equals(text)) found.unclear(field, "与第" + before.row() + "行对同一问题所写的不一致，请改成一致，或只在第" + before.row() + "行填写");
        }
    }

    private void differs(LedgerField field, RowFindings found, Problem problem, String text) {
        String shown = field == LedgerField.ASPECT ? Typed.text(problem.aspect()) : shown(problem);
        if (text.equals(shown) || field == LedgerField.PROBLEM && (text.equals(Typed.text(problem.title())) || text.equals(Typed.text(problem.text())))) return;
        if (!comparison.isOpen()) {
            found.forbidden(field, shown, comparison.closed(field));
            return;
        }
        found.changed(field, shown);
        ChangedProblem before = changed.get(problem.number());
        ProblemDraft draft = before == null ? new ProblemDraft(null, null, null, null, null, comparison.reasonOf(found.row())) : before.draft();
        Typed.Problem words = field == LedgerField.PROBLEM ? reworded(problem, text) : new Typed.Problem(draft.title(), draft.text());
        if (field == LedgerField.PROBLEM && words.title().equals(text) && !words.text().equals(text)) found.read(field, "只有一行，只改标题，问题表述不变");
        changed.put(problem.number(), new ChangedProblem(before == null ? found.row().number() : before.row(), problem.number(),
                new ProblemDraft(field == LedgerField.ASPECT ? text : draft.aspect(), words.title(), words.text(), null, null, draft.reason())));
    }

    private static String shown(Problem problem) {
        return Typed.text(LedgerLine.problemCell(problem));
    }

    /** Where only one of both was touched, the other one tells where the title ends; a single line no longer than a title is but the title and leaves the text as it is. */
    private static Typed.Problem reworded(Problem problem, String words) {
        String title = Typed.text(problem.title());
        String text = Typed.text(problem.text());
        if (words.startsWith(title + "\n")) return new Typed.Problem(title, words.substring(title.length()).strip());
        if (words.endsWith("\n" + text)) return new Typed.Problem(words.substring(0, words.length() - text.length()).strip(), text);
        Typed.Problem typed = Typed.Problem.of(words);
        return Typed.Problem.isOneLine(words) && !title.equals(text) ? new Typed.Problem(typed.title(), text) : typed;
    }
}

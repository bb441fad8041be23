package org.rectification.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Origin;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Makes an entry's content of what somebody typed, naming all that is wrong at once. */
@Component
class Reading {

    private static final int MOST_PEOPLE = 99_999;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_TASKS = 40;
    private static final Pattern COMPARISON = Pattern.compile("同比|环比|变化|较");
    private static final Pattern INCREASE = Pattern.compile("新增|增加|新建|增设");
    private static final Pattern DECREASE = Pattern.compile("减少|压减|核减|下降|降低");

    private final LedgerView ledger;
    private final Organization organization;

    Reading(LedgerView ledger, Organization organization) {
        this.ledger = ledger;
        this.organization = organization;
    }

    /** @throws Refusal INPUT, or NOT_YOURS for another department's entry */
    EntryContent of(String caseNumber, Register register, EntryDraft draft, Person by, LocalDate today, Flaws flaws) {
        EntryKind kind = register.kinds().isEmpty() ? null : kind(register, draft.kind(), flaws);
        LocalDate happenedOn = flaws.date("date", register == Register.RESULTS ? "截至日期" : "日期", draft.date());
        if (happenedOn != null && happenedOn.isAfter(today)) flaws.add("date", "日期" + happenedOn + "还没有到，请填写今天或以前的日期");
        String department = register.belongsToDepartments() ? department(draft.department(), by, flaws) : null;
        Set<Integer> problems = new TreeSet<>();
        List<String> tasks = tasks(caseNumber, register, draft, problems, flaws);
        addProblems(caseNumber, register, draft, problems, flaws);
        String problemNumbers = problems.isEmpty() ? null : problems.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String taskNumbers = tasks.isEmpty() ? null : String.join(" ", tasks);
        return switch (register) {
            case RULES -> {
                checkSinceFeedback(caseNumber, register, happenedOn, problems, flaws);
                yield new EntryContent(kind, flaws.text("title", "制度名称", draft.title(), 200), flaws.optionalText("documentNumber", "文号", draft.documentNumber(), 100), happenedOn,
                        department, null, null, null, null, null, null, null, null, problemNumbers, taskNumbers);
            }
            case ACCOUNTABILITY -> {
                checkSinceFeedback(caseNumber, register, happenedOn, problems, flaws);
                Integer people = count("people", "人数", draft.people(), null, flaws);
                Integer times = count("times", "人次", draft.times(), people, flaws);
                if (people != null && times != null && times < people) flaws.add("times", "人次" + times + "少于人数" + people + "，请核对");
                yield new EntryContent(kind, null, decisionNumber(draft.decisionNumber(), flaws), happenedOn, null, people, times, null, null, null,
                        null, null, null, problemNumbers, taskNumbers);
            }
            case RESULTS -> {
                String title = flaws.text("title", "指标", draft.title(), 200);
                BigDecimal figure = figure(draft.figure(), flaws);
                checkSign(title, figure, flaws);
                checkSinceFeedback(caseNumber, register, happenedOn, problems, flaws);
                yield new EntryContent(null, title, null, happenedOn, department, null, null, figure,
                        flaws.text("unit", "单位", draft.unit(), 20), flaws.text("source", "来源", draft.source(), 200), null, null, null, problemNumbers, taskNumbers);
            }
            case MEETINGS -> new EntryContent(kind, null, null, happenedOn, null, null, null, null, null, null, flaws.text("chair", "主持人", draft.chair(), 100),
                    flaws.optionalText("attendees", "参加人员", draft.attendees(), 1000), flaws.text("decisions", "议定事项", draft.decisions(), 4000), problemNumbers, taskNumbers);
        };
    }

    /** Names of persons are kept out of what report, bulletin and archive take from here. */
    private String decisionNumber(String typed, Flaws flaws) {
        String number = flaws.optionalText("decisionNumber", "决定文号", typed, 100);
        if (number != null && organization.people().stream().map(Person::name).anyMatch(name -> name.length() > 1 && number.contains(name))) {
            flaws.add("decisionNumber", "决定文号里有人员姓名，这里不写姓名；请只填文号，如“机纪〔2026〕9号”");
        }
        return number;
    }

    private static EntryKind kind(Register register, String typed, Flaws flaws) {
        EntryKind kind = register.kinds().stream().filter(each -> each.name().equals(typed == null ? "" : typed.strip())).findFirst().orElse(null);
        if (kind == null) flaws.add("kind", "请选择类别：" + register.kinds().stream().map(each -> each.label() + "（" + each.name() + "）").collect(Collectors.joining("、")));
        return kind;
    }

    private String department(String typed, Person by, Flaws flaws) {
        String code = flaws.optionalText("department", "科室", typed, 32);
        if (by.isIn(Groups.RECTIFICATION_OFFICE)) {
            if (code != null && !organization.departmentNames().containsKey(code)) flaws.add("department", "没有代码为“" + code + "”的科室");
            return code;
        }
        if (code == null && by.departments().size() == 1) return by.departments().iterator().next();
        if (code == null) flaws.add("department", "请选择科室");
        else if (!by.departments().contains(code)) throw Refusal.notYours("您只能填写和更正本科室的内容");
        return code;
    }

    private static Integer count(String field, String label, String typed, Integer absent, Flaws flaws) {
        if (typed == null || typed.isBlank()) {
            if (absent == null && !field.equals("times")) flaws.add(field, "请填写" + label);
            return absent;
        }
        if (typed.strip().matches("\\d{1,5}") && Integer.parseInt(typed.strip()) > 0) return Integer.valueOf(typed.strip());
        flaws.add(field, label + "应为1至" + MOST_PEOPLE + "的整数");
        return null;
    }

    private static BigDecimal figure(String typed, Flaws flaws) {
        String plain = typed == null ? "" : typed.strip().replaceAll("[,，]", "");
        if (plain.isEmpty()) flaws.add("figure", "请填写数值");
        else if (plain.matches("-?\\d{1," + MOST_DIGITS + "}(\\.\\d{1," + MOST_DECIMALS + "})?")) return new BigDecimal(plain);
        else flaws.add("figure", "数值“" + typed.strip() + "”不是数字，或超过" + MOST_DIGITS + "位整数、" + MOST_DECIMALS + "位小数；单位请填在“单位”里");
        return null;
    }

    /** The words say already which way it went; what is compared with another time may go either way. */
    private static void checkSign(String title, BigDecimal figure, Flaws flaws) {
        if (figure == null || figure.signum() >= 0 || COMPARISON.matcher(title).find()) return;
        if (DECREASE.matcher(title).find()) flaws.add("figure", "“" + title + "”已说明是减少，数值请填正数，不带负号");
        else if (INCREASE.matcher(title).find()) flaws.add("figure", "“" + title + "”记的是增加了多少，数值不能是负数；实际减少了的，请把指标改为“减少……”");
    }

    /** What was so before the feedback is no result of the rectification, unless it was put right while the inspection was still going on. */
    private void checkSinceFeedback(String caseNumber, Register register, LocalDate day, Set<Integer> problems, Flaws flaws) {
        LocalDate feedback = ledger.caseOf(caseNumber).feedbackDate();
        if (day == null || !day.isBefore(feedback)) return;
        boolean duringInspection = ledger.problems(caseNumber).stream().anyMatch(problem -> problems.contains(problem.number()) && problem.origin() == Origin.DURING_INSPECTION);
        if (!duringInspection) flaws.add("date", (register == Register.RESULTS ? "截至日期" : "日期") + day + "早于反馈日期" + feedback + "，不能算作这次整改的" + register.label() + "，请核对；属于巡察期间移交、立行立改的，请选好所属问题");
    }

    /** Adds the problems of the tasks it finds. */
    private List<String> tasks(String caseNumber, Register register, EntryDraft draft, Set<Integer> problems, Flaws flaws) {
        boolean several = register == Register.MEETINGS;
        String field = several ? "tasks" : "task";
        List<String> typed = said(several ? draft.tasks() : one(draft.task()));
        if (typed.size() > MOST_TASKS) {
            flaws.add(field, "最多写" + MOST_TASKS + "项任务，现有" + typed.size() + "项；涉及整个问题的选问题即可");
            return List.of();
        }
        var found = ledger.tasksBy(typed);
        for (String number : typed) {
            RectificationTask task = found.get(number);
            if (task != null && task.caseNumber().equals(caseNumber)) problems.add(task.problem());
            else flaws.add(field, "本案没有编号为“" + number + "”的任务");
        }
        return typed;
    }

    private void addProblems(String caseNumber, Register register, EntryDraft draft, Set<Integer> problems, Flaws flaws) {
        boolean several = register == Register.MEETINGS;
        Set<String> known = ledger.problems(caseNumber).stream().map(Problem::number).map(String::valueOf).collect(Collectors.toSet());
        for (String number : said(several ? draft.problems() : one(draft.problem()))) {
            if (!known.contains(number)) flaws.add(several ? "problems" : "problem", "本案没有第" + number + "个问题");
            else if (!several && !problems.isEmpty() && !problems.contains(Integer.valueOf(number))) flaws.add("problem", "所选任务不属于问题" + number + "，请只选其一");
            else problems.add(Integer.valueOf(number));
        }
    }

    private static List<String> one(String typed) {
        return typed == null ? List.of() : List.of(typed);
    }

    private static List<String> said(Collection<String> typed) {
        List<String> said = new ArrayList<>();
        typed.forEach(each -> {
            if (each != null) for (String part : each.strip().split("[\\s,，、；;]+")) if (!part.isEmpty() && !said.contains(part)) said.add(part);
        });
        return said;
    }
}

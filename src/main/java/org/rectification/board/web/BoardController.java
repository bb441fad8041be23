package org.rectification.board.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.board.Board;
import org.rectification.board.BoardFilter;
import org.rectification.board.Boards;
import org.rectification.board.Fields;
import org.rectification.decision.DecisionSteps;
import org.rectification.decision.Recording;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.refusal.Refusal;
import org.rectification.reporting.Reporting;
import org.rectification.reporting.web.Mark;
import org.rectification.reporting.web.ReportGrid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作台: what waits for me; for a leader what he answers for; for whoever sees the whole how a case stands. */
@Controller
class BoardController {

    private static final int MOST_TASKS = 100;
    private static final int LINES_ABOVE_THE_BOARD = 6;
    private static final int NEWEST_PERIODS = 6;
    private static final int CASES_A_PAGE = 20;

    private final Boards boards;
    private final Fields fields;
    private final HomeLines lines;
    private final LedgerView ledger;
    private final LedgerRows rows;
    private final DecisionSteps decisions;
    private final Reporting reporting;
    private final Organization organization;
    private final PaperSignOffs papers;
    private final Recording recording;
    private final ObjectMapper json;

    BoardController(Boards boards, Fields fields, HomeLines lines, LedgerView ledger, LedgerRows rows, DecisionSteps decisions, Reporting reporting, Organization organization, PaperSignOffs papers, Recording recording, ObjectMapper json) {
        this.boards = boards;
        this.fields = fields;
        this.lines = lines;
        this.ledger = ledger;
        this.rows = rows;
        this.decisions = decisions;
        this.reporting = reporting;
        this.organization = organization;
        this.papers = papers;
        this.recording = recording;
        this.json = json;
    }

    /** @param part what he is to the task: 承办, 配合, 责任领导 */
    record TaskLine(LedgerRow row, String part) {}

    @GetMapping("/")
    String home(@RequestParam(name = "case", required = false) String caseNumber, BoardFilter filter, @RequestParam(required = false) String page, Person viewer, Model model) throws JsonProcessingException {
        LocalDate today = ledger.horizon().today();
        boolean inDepartment = !viewer.departments().isEmpty();
        List<LedgerRow> tasks = inDepartment ? rows.openTasksConcerning(viewer, MOST_TASKS) : List.of();
        HomeLines.Waiting waiting = lines.of(viewer, tasks);
        Set<String> listed = waiting.lines().stream().map(HomeLine::number).filter(number -> number != null).collect(Collectors.toSet());

        model.addAttribute("today", today);
        model.addAttribute("viewer", viewer);
        model.addAttribute("office", viewer.isIn(Groups.RECTIFICATION_OFFICE));
        model.addAttribute("standsInFor", viewer.standsInFor().isEmpty() ? List.of() : viewer.standsInFor().stream().sorted().map(organization.personNames()::get).toList());
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("lines", waiting.lines());
        model.addAttribute("moreLines", waiting.more());
        model.addAttribute("shownLines", viewer.readsEverything() ? LINES_ABOVE_THE_BOARD : waiting.lines().size());
        model.addAttribute("tasks", tasks.stream().filter(row -> !listed.contains(row.taskNumber())).map(row -> new TaskLine(row, part(row, viewer))).toList());
        model.addAttribute("moreTasks", tasks.size() == MOST_TASKS);
        if (viewer.isIn(Groups.LEADING_GROUP)) {
            Person leader = viewer.actingFor(Groups.LEADING_GROUP).map(organization::person).orElse(viewer);
            model.addAttribute("leader", leader);
            model.addAttribute("recorded", papers.unansweredBy(viewer));
            model.addAttribute("field", fields.of(leader, today.with(DayOfWeek.MONDAY), today));
        }
        model.addAttribute("decidable", viewer.decidesOnTasks() ? decisions.countFor(viewer) : 0);
        model.addAttribute("recordable", recording.awaiting(viewer).stream().filter(each -> each.signOffs() > 0).toList());
        model.addAttribute("caseCount", ledger.caseCount());
        if (page != null) addCases(page, model);
        if (viewer.readsEverything()) addBoard(caseNumber, filter, viewer, model);
        return "home";
    }

    /** The list is folded, and the figures of all cases are counted only for whoever opens it. */
    @GetMapping("/cases")
    String cases(@RequestParam(required = false) String page, Model model) {
        model.addAttribute("today", ledger.horizon().today());
        addCases(page, model);
        return "case-list :: cases";
    }

    private void addCases(String page, Model model) {
        model.addAttribute("cases", ledger.cases(page, Integer.toString(CASES_A_PAGE), null));
    }

    private void addBoard(String asked, BoardFilter filter, Person viewer, Model model) throws JsonProcessingException {
        List<Boards.Choice> choices = boards.cases();
        String caseNumber = asked != null && !asked.isBlank() ? asked.strip() : choices.isEmpty() ? null : choices.get(0).caseNumber();
        if (caseNumber == null) return;
        Board board;
        try {
            board = boards.of(caseNumber, filter, viewer);
        } catch (Refusal refusal) {
            BoardFilter understood = filter.without(refusal.fields());
            if (understood.equals(filter)) throw refusal;
            addBoard(caseNumber, understood, viewer, model);
            model.addAttribute("ignored", true);
            return;
        }
        model.addAttribute("choices", choices);
        model.addAttribute("board", board);
        model.addAttribute("data", json.writeValueAsString(board).replace("<", "\\u003c"));
        model.addAttribute("filter", filter);
        model.addAttribute("lights", Light.byUrgency());
        model.addAttribute("leaders", leaders(filter.leader()));
        model.addAttribute("grid", ReportGrid.of(reporting.overview(caseNumber, viewer), reporting.periods(caseNumber), NEWEST_PERIODS, false));
        model.addAttribute("marks", Mark.values());
    }

    /** The leading group, and whoever is asked for and has left it: his tasks still carry his name. */
    private List<Person> leaders(String asked) {
        List<Person> leaders = organization.leaders();
        if (asked == null || leaders.stream().anyMatch(leader -> leader.userId().equals(asked))) return leaders;
        return Stream.concat(leaders.stream(), organization.find(asked).stream()).toList();
    }

    private static String part(LedgerRow row, Person viewer) {
        if (viewer.departments().contains(row.leadDepartment())) return "承办";
        if (viewer.userId().equals(row.leadLeader())) return "责任领导";
        return viewer.answersFor(row.leadLeader()) ? "代责任领导" : "配合";
    }
}

package org.rectification.board.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.board.Board;
import org.rectification.board.BoardFilter;
import org.rectification.board.Boards;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.refusal.Refusal;
import org.rectification.reporting.Overview;
import org.rectification.reporting.Period;
import org.rectification.reporting.Reporting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 挂图作战: the board for the screen of a meeting room, without anybody's name on it. */
@Controller
class WallController {

    private static final String MOST_URGENT = "6";

    private final Boards boards;
    private final LedgerRows rows;
    private final Reporting reporting;
    private final Organization organization;
    private final Clock clock;

    WallController(Boards boards, LedgerRows rows, Reporting reporting, Organization organization, Clock clock) {
        this.boards = boards;
        this.rows = rows;
        this.reporting = reporting;
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping("/wall")
    String wall(@RequestParam(name = "case", required = false) String asked, Person viewer, Model model) {
        String caseNumber = asked != null && !asked.isBlank() ? asked.strip()
                : boards.cases().stream().findFirst().map(Boards.Choice::caseNumber).orElseThrow(() -> Refusal.unknown("还没有巡察整改，整改发起后再打开大屏"));
        Board board = boards.of(caseNumber, new BoardFilter(null, null, null), viewer);
        model.addAttribute("board", board);
        model.addAttribute("urgent", rows.rows(caseNumber, LedgerFilter.NONE, null, MOST_URGENT, "urgency", viewer).content());
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("at", LocalDateTime.now(clock));
        List<Period> periods = reporting.periods(caseNumber);
        if (!periods.isEmpty()) {
            Overview.Tally tally = reporting.overview(caseNumber, viewer).tally(0);
            model.addAttribute("period", periods.get(0).label());
            model.addAttribute("tally", tally);
        }
        return "wall";
    }
}

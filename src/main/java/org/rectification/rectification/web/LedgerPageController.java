package org.rectification.rectification.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.Phase;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 整改台账: the rows of a case to search, sort and filter. */
@Controller
class LedgerPageController {

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final Organization organization;

    LedgerPageController(LedgerView ledger, LedgerRows rows, Organization organization) {
        this.ledger = ledger;
        this.rows = rows;
        this.organization = organization;
    }

    /** What an old or mistyped address asks for in vain is left out, and the page says so. */
    @GetMapping("/cases/{caseNumber}/ledger")
    String page(@PathVariable String caseNumber, LedgerFilter filter, @RequestParam(required = false) String page, @RequestParam(required = false) String sort, Person viewer, Model model) {
        try {
            describe(caseNumber, filter, page, sort, viewer, model);
        } catch (Refusal refusal) {
            LedgerFilter understood = filter.without(refusal.fields());
            String present = refusal.fields().contains("page") ? null : page;
            String order = refusal.fields().contains("sort") ? null : sort;
            if (understood.equals(filter) && Objects.equals(present, page) && Objects.equals(order, sort)) throw refusal;
            page(caseNumber, understood, present, order, viewer, model);
            model.addAttribute("ignored", true);
        }
        return "case-ledger";
    }

    private void describe(String caseNumber, LedgerFilter filter, String page, String sort, Person viewer, Model model) {
        Listing<LedgerRow> found = rows.rows(caseNumber, filter, page, null, sort, viewer);
        // The list has become shorter since somebody kept its address.
        if (found.page() > found.lastPage()) found = rows.rows(caseNumber, filter, String.valueOf(found.lastPage()), null, sort, viewer);
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("viewer", viewer);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", sort);
        model.addAttribute("links", new LedgerLinks(caseNumber, filter, sort));
        model.addAttribute("rows", found);
        model.addAttribute("lights", rows.lights(caseNumber, filter.withoutLight(), viewer));
        model.addAttribute("measures", ledger.measuresOf(found.content().stream().map(LedgerRow::taskNumber).toList()));
        model.addAttribute("problems", ledger.problems(caseNumber, found.content().stream().map(LedgerRow::problem).distinct().toList()));
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("people", organization.personNames());
        model.addAttribute("leaders", viewer.readsEverything() ? organization.leaders() : List.of());
        model.addAttribute("kinds", TaskKind.values());
        model.addAttribute("phases", Phase.values());
        model.addAttribute("statuses", Arrays.stream(TaskStatus.values()).filter(each -> each != TaskStatus.NOT_STARTED).toList());
    }
}

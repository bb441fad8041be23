package org.rectification.bulletin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.bulletin.Audience;
import org.rectification.bulletin.Bulletin;
import org.rectification.bulletin.BulletinStatus;
import org.rectification.bulletin.BulletinText;
import org.rectification.bulletin.Bulletins;
import org.rectification.bulletin.Section;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Refusal;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Component;

/** Lays out bulletins for a person. */
@Component
class BulletinSheets {

    private final Bulletins bulletins;
    private final LedgerView ledger;
    private final Organization organization;
    private final Todos todos;

    BulletinSheets(Bulletins bulletins, LedgerView ledger, Organization organization, Todos todos) {
        this.bulletins = bulletins;
        this.ledger = ledger;
        this.organization = organization;
        this.todos = todos;
    }

    /** @param number null for the last one that the viewer may read */
    BulletinSheet of(String caseNumber, Integer number, Audience audience, Person viewer) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        boolean office = viewer.isIn(Groups.RECTIFICATION_OFFICE);
        boolean leader = viewer.isIn(Groups.LEADING_GROUP);
        List<Bulletin> all = bulletins.of(caseNumber);
        List<Bulletin> readable = all.stream().filter(each -> each.isApproved() || Bulletins.seesDrafts(viewer)).toList();
        boolean mayDraft = office && ofCase.stage().compareTo(CaseStage.SUMMARISING) >= 0 && all.stream().allMatch(Bulletin::isApproved);
        if (number == null && readable.isEmpty()) {
            return new BulletinSheet(ofCase, readable, null, null, audience, List.of(), office, leader, false, false, mayDraft, null, List.of(), Map.of(), List.of(), Map.of(), Map.of());
        }
        BulletinText text = bulletins.text(caseNumber, number == null ? readable.get(readable.size() - 1).ordinal() : number, viewer);
        Bulletin bulletin = text.bulletin();
        boolean seesDrafts = Bulletins.seesDrafts(viewer);
        if (audience == Audience.PUBLIC && !bulletin.isPublished() && !seesDrafts) throw Refusal.ofRule("公开版还没有批准公开");
        boolean decidedHere = bulletins.isDecidedHere(bulletin);
        Map<String, Section> sections = text.sections().stream().collect(Collectors.toMap(Section::key, section -> section, (one, other) -> one, LinkedHashMap::new));
        return new BulletinSheet(ofCase, readable, text, bulletin.facts(), audience, text.blocks(audience), office, leader, decidedHere,
                leader && decidedHere && bulletin.status() == BulletinStatus.SUBMITTED, mayDraft, seesDrafts && !bulletin.isApproved() && !decidedHere ? todo(caseNumber, viewer) : null,
                bulletin.isPublished() || !seesDrafts ? List.of() : text.hindrances(), bulletins.hashes(bulletin), bulletins.decisionsOn(bulletin), sections, organization.personNames());
    }

    private String todo(String caseNumber, Person viewer) {
        return todos.on(caseNumber, viewer).map(Todos.Todo::link).orElse(null);
    }
}

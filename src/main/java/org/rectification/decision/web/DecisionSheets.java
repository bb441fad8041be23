package org.rectification.decision.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.decision.Batch;
import org.rectification.decision.Deciding;
import org.rectification.decision.DecisionSteps;
import org.rectification.decision.DecisionSteps.Waiting;
import org.rectification.decision.Recording;
import org.rectification.decision.Step;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.OpenRounds;
import org.rectification.rectification.OpenRounds.OpenRound;
import org.rectification.rectification.PaperSignOff;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.rectification.RectificationTask;
import org.springframework.stereotype.Component;

/** Lays out what waits for a person's decision, step by step and case by case. */
@Component
class DecisionSheets {

    private final DecisionSteps steps;
    private final Deciding deciding;
    private final OpenRounds rounds;
    private final LedgerView ledger;
    private final Organization organization;
    private final Recording recording;
    private final PaperSignOffs papers;

    DecisionSheets(DecisionSteps steps, Deciding deciding, OpenRounds rounds, LedgerView ledger, Organization organization, Recording recording,
                   PaperSignOffs papers) {
        this.steps = steps;
        this.deciding = deciding;
        this.rounds = rounds;
        this.ledger = ledger;
        this.organization = organization;
        this.recording = recording;
        this.papers = papers;
    }

    /**
     * @param total     of which at most {@link Batch#LARGEST} are listed, the most urgent
     * @param leader    for whom a secretary records, null where the viewer decides himself; {@code leaderName} as well
     * @param leaders   those for whom the viewer may record
     * @param recorded  what was recorded for the viewer and he may object to or does
     * @param barred    what waits for the leader and is not this secretary's to record
     */
    record Sheet(long total, List<DecisionGroup> groups, String leader, String leaderName, List<Recording.Awaiting> leaders, List<PaperSignOff> recorded, List<Barred> barred) {}

    record Barred(String taskNumber, String title, String reason) {}

    private record Place(Step step, String caseNumber) {}

    Sheet of(Person viewer) {
        List<Waiting> waiting = steps.waitingFor(viewer, Batch.LARGEST);
        return new Sheet(waiting.size() < Batch.LARGEST ? waiting.size() : steps.countFor(viewer), groups(waiting), null, null, recording.awaiting(viewer), papers.openTo(viewer), List.of());
    }

    /** What a leader's secretary may record for him. */
    Sheet of(String leader, Person secretary) {
        Person decider = recording.leader(leader, secretary);
        List<Waiting> waiting = steps.waitingFor(decider, Batch.LARGEST).stream().filter(each -> each.step() == Step.SIGN_OFF).toList();
        Map<String, String> hindrances = papers.hindrances(waiting.stream().map(Waiting::taskNumber).toList(), decider, secretary);
        Map<String, RectificationTask> titles = ledger.tasksBy(hindrances.keySet());
        List<Waiting> recordable = waiting.stream().filter(each -> !hindrances.containsKey(each.taskNumber())).toList();
        return new Sheet(recordable.size(), groups(recordable), decider.userId(), decider.name(), List.of(), List.of(),
                hindrances.entrySet().stream().map(each -> new Barred(each.getKey(), titles.get(each.getKey()).title(), each.getValue())).toList());
    }

    private List<DecisionGroup> groups(List<Waiting> waiting) {
        Map<String, OpenRound> found = rounds.of(waiting.stream().map(Waiting::taskNumber).toList());
        Map<String, String> departments = organization.departmentNames();
        Horizon horizon = ledger.horizon();
        Map<Place, List<DecisionLine>> places = new LinkedHashMap<>();
        for (Waiting each : waiting) {
            OpenRound round = found.get(each.taskNumber());
            if (round == null) continue;
            places.computeIfAbsent(new Place(each.step(), round.caseNumber()), place -> new ArrayList<>()).add(new DecisionLine(round.row(), departments.get(round.row().leadDepartment()),
                    each.dueOn(), horizon.daysLeft(each.dueOn()), round.signOffStandard(), round.measures(), round.instalments(), round.completionStatement(), round.signed(), round.evidence(), round.lastReturn()));
        }
        return places.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Place::step).thenComparing(Place::caseNumber)))
                .map(place -> group(place.getKey(), place.getValue())).toList();
    }

    private DecisionGroup group(Place place, List<DecisionLine> lines) {
        return new DecisionGroup(place.step(), place.step().label(), place.caseNumber(), ledger.caseOf(place.caseNumber()).title(),
                deciding.meetingsOf(place.caseNumber()).stream().map(meeting -> new DecisionGroup.Meeting(meeting.id(), Deciding.nameOf(meeting))).toList(), lines);
    }
}

package org.rectification.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Person;
import org.rectification.rectification.Footing;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.rectification.register.Entry;
import org.rectification.register.Register;
import org.rectification.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** 集中办理: many decisions of one person at once, each of them his own decision on one task, in its own transaction. */
@Service
public class Deciding {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private static final String MOST_MEETINGS = "200";

    private final DecisionSteps steps;
    private final Recording recording;
    private final LedgerView ledger;
    private final Registers registers;

    Deciding(DecisionSteps steps, Recording recording, LedgerView ledger, Registers registers) {
        this.steps = steps;
        this.recording = recording;
        this.ledger = ledger;
        this.registers = registers;
    }

    /**
     * What can be wrong with the typing is refused before anything is decided; what a rule forbids is told task by task, and the others stand.
     *
     * @throws Refusal INPUT naming every flaw
     */
    public List<Outcome> decided(Batch batch, Person by) {
        return decided(batch, (step, ruling, meeting) -> steps.decide(step, ruling, Footing.at(meeting), by));
    }

    /**
     * As {@link #decided(Batch, Person)}, on paper by a leader: each task gets the paper filed.
     *
     * @throws Refusal NOT_YOURS for anybody but his secretary of today
     */
    public List<Outcome> recorded(Batch batch, String leader, List<Upload> papers, Person secretary) {
        Person decider = recording.leader(leader, secretary);
        if (!Step.SIGN_OFF.name().equals(batch.step())) throw Refusal.ofInput("step", "只有销号审定可以代录");
        if (papers.size() != 1) throw Refusal.ofInput("file", "请上传一份领导签批的扫描件（多页请合成一个文件）");
        return decided(batch, (step, ruling, meeting) -> recording.record(ruling, meeting, decider, secretary, papers.get(0)));
    }

    private interface Deed {
        void take(Step step, Ruling ruling, String meeting);
    }

    private List<Outcome> decided(Batch batch, Deed deed) {
        Flaws flaws = new Flaws();
        Step step = flaws.choice("step", "环节", batch.step(), Step.class);
        if (batch.step() == null || batch.step().isBlank()) flaws.add("step", "请注明环节：ENDORSE、CHECK、SIGN_OFF");
        List<Ruling> rulings = batch.rulings(step, flaws);
        flaws.refuseInput();
        Map<String, RectificationTask> tasks = ledger.tasksBy(rulings.stream().map(Ruling::taskNumber).toList());
        String meeting = cited(batch.meeting(), tasks.values(), flaws);
        flaws.refuseInput();
        return rulings.stream().map(ruling -> outcome(step, ruling, meeting, tasks.get(ruling.taskNumber()), deed)).toList();
    }

    private static Outcome outcome(Step step, Ruling ruling, String meeting, RectificationTask task, Deed deed) {
        try {
            deed.take(step, ruling, meeting);
            return new Outcome(ruling.taskNumber(), task.title(), true, result(step, ruling));
        } catch (Refusal refusal) {
            boolean aboutThePaper = refusal.kind() == Refusal.Kind.WRONG_FILE_TYPE || refusal.kind() == Refusal.Kind.INPUT;
            if (aboutThePaper) throw refusal;
            return new Outcome(ruling.taskNumber(), task == null || refusal.kind() == Refusal.Kind.NOT_YOURS ? null : task.title(), false, refusal.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} of {} failed within a batch", step, ruling.taskNumber(), e);
            return new Outcome(ruling.taskNumber(), null, false, "系统出错，这一项没有办成，请稍后再试；反复出现时请联系平台管理员");
        }
    }

    private static String result(Step step, Ruling ruling) {
        return switch (ruling.choice()) {
            case RETURN -> "已退回：" + ruling.opinion();
            case SUSTAIN -> "已销号，完成并长期坚持";
            default -> switch (step) {
                case ENDORSE -> "已同意，转督导检查组核查";
                case CHECK -> "已通过，转领导小组审定";
                case SIGN_OFF -> "已销号";
            };
        };
    }

    /** Null where none is named. */
    private String cited(String meeting, Collection<RectificationTask> tasks, Flaws flaws) {
        if (meeting == null || meeting.isBlank()) return null;
        if (!meeting.strip().matches("\\d{1,18}")) {
            flaws.add("meeting", "会议“" + meeting.strip() + "”不是附册中会议的编号");
            return null;
        }
        long id = Long.parseLong(meeting.strip());
        String cited = null;
        for (String caseNumber : tasks.stream().map(RectificationTask::caseNumber).distinct().sorted().toList()) {
            Entry entry = meetingsOf(caseNumber).stream().filter(each -> each.id() == id).findFirst().orElse(null);
            if (entry == null) flaws.add("meeting", "案件" + caseNumber + "的附册中没有编号为" + id + "的会议，或已划去");
            else cited = nameOf(entry);
        }
        return cited;
    }

    /** Those that a batch of this case may rest on, the latest first. */
    public List<Entry> meetingsOf(String caseNumber) {
        Listing<Entry> meetings = registers.list(caseNumber, Register.MEETINGS, null, MOST_MEETINGS, null);
        return meetings.content().stream().filter(entry -> !entry.isStruckOut()).toList();
    }

    /** As people cite it: 2026-11-20 领导小组会议. */
    public static String nameOf(Entry meeting) {
        return meeting.content().happenedOn() + " " + meeting.content().name();
    }
}

package org.rectification.demo.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.rectification.rectification.Phase;
import org.rectification.rectification.Role;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;
import org.rectification.register.EntryKind;
import org.rectification.register.Register;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * A case of the demo as its file under {@code demo/cases} tells it. Days are counted from today, what is past is negative.
 *
 * @param concentratedDeadline a day as well
 * @param plans                every version that was drafted; only the last one can be without a decision
 * @param launched             null where the case has not come that far, as are {@code reports} and {@code closing}
 */
record CaseScript(String caseNumber, String title, String inspectionBody, String inspectedParty, int received, int concentratedDeadline, Integer declaredProblems,
                  int registered, List<PlanScript> plans, List<ChangeScript> changes, Integer launched, Map<Phase, Integer> phases, ReportsScript reports,
                  List<ProblemScript> problems, List<CampaignScript> campaigns, List<ProposalScript> proposals, List<EntryScript> registers, ClosingScript closing) {

    CaseScript {
        campaigns = orEmpty(campaigns);
        proposals = orEmpty(proposals);
        registers = orEmpty(registers);
        changes = orEmpty(changes);
        phases = phases == null ? Map.of() : phases;
    }

    record PlanScript(int drafted, String summary, List<ReviewScript> reviews, DecisionScript decision) {}

    record ReviewScript(int day, String by, String grade, String opinion) {}

    record DecisionScript(int day, String by, boolean approved, String opinion) {}

    /** What differs from the approved plan. @param task the last two parts of the task's number */
    record ChangeScript(int day, String task, String standard, String reason) {}

    /**
     * What was out of the ordinary; all other reports came in time and were accepted.
     *
     * @param unreviewed departments whose report for the last period the office has not looked at yet
     */
    record ReportsScript(List<LateScript> late, List<MissingScript> missing, List<ReturnedScript> returned, List<String> unreviewed) {

        ReportsScript {
            late = orEmpty(late);
            missing = orEmpty(missing);
            returned = orEmpty(returned);
            unreviewed = orEmpty(unreviewed);
        }
    }

    /** @param ago 1 for the last period that has ended; {@code days} are working days too late */
    record LateScript(int ago, String department, int days) {}

    record MissingScript(int ago, String department) {}

    record ReturnedScript(int ago, String department, String because) {}

    /** 全局各科室 are those that lead something in the case. */
    List<String> supporters(TaskScript task) {
        if (!task.with().equals(List.of("ALL"))) return task.with();
        return problems.stream().flatMap(problem -> problem.tasks().stream()).map(TaskScript::lead).filter(lead -> !lead.equals(task.lead())).distinct().sorted().toList();
    }

    record ProblemScript(String aspect, String title, String text, List<TaskScript> tasks) {}

    /**
     * @param plan    the version of the plan that brought it in
     * @param with    supporting departments, or ALL
     * @param outside supporting bodies outside the bureau, and what the lead department wrote down for them
     * @param due     a day
     * @param blocked after the last round
     * @param done    measures ticked off, where it is not all of a submitted task
     * @param rounds  every 报验, each but the last refused
     */
    record TaskScript(String title, int plan, TaskKind kind, Phase phase, String lead, List<String> with, Map<String, String> outside, String leader, int due, String standard,
                      List<String> measures, Integer done, String hindrance, ExtensionScript extension, BlockScript blocked, List<RoundScript> rounds) {

        TaskScript {
            plan = Math.max(plan, 1);
            kind = kind == null ? TaskKind.TIME_LIMITED : kind;
            phase = phase == null ? Phase.EXECUTION : phase;
            with = orEmpty(with);
            outside = outside == null ? Map.of() : outside;
            rounds = orEmpty(rounds);
        }

        int measuresDone() {
            return done != null ? done : rounds.isEmpty() ? 0 : measures.size();
        }
    }

    /**
     * @param by        who submitted it, null for one of the department's handlers
     * @param shows     file names of the evidence, without ending
     * @param refusedBy null where nobody has
     * @param until     how far a round has come that nobody refused
     */
    record RoundScript(int submitted, String by, String says, List<String> shows, Role refusedBy, String because, TaskStatus until) {

        RoundScript {
            until = until == null ? TaskStatus.SIGNED_OFF : until;
        }
    }

    /** @param approvedBy null where the leading group has not decided yet */
    record ExtensionScript(int asked, int to, String because, List<String> shows, String approvedBy, String opinion) {}

    /** @param letter the day of the letter to the body outside */
    record BlockScript(int asked, String because, String outsideBody, int letter, String letterNumber, String meanwhile, int review, String approvedBy, String opinion) {}

    /** 督导检查. @param checkOn the day it is for */
    record CampaignScript(int opened, int checkOn, String by, String title, String note, List<CheckScript> checks) {}

    /**
     * @param days      working days for the correction
     * @param findings  empty where nothing was found
     * @param corrected a day, null where the department is still at it
     * @param rechecked a day, as is {@code corrected}
     */
    record CheckScript(String department, int day, String by, int days, List<FindingScript> findings, Integer corrected, Integer rechecked, String recheckedBy, String opinion) {

        CheckScript {
            findings = orEmpty(findings);
        }
    }

    /** @param task the last two parts of the task's number; {@code shows} are file names without ending, {@code says} what was done */
    record FindingScript(String text, String task, List<String> shows, String says, List<String> proves) {

        FindingScript {
            shows = orEmpty(shows);
            proves = orEmpty(proves);
        }
    }

    /** 监督建议. @param answered a day, null where it is still awaited */
    record ProposalScript(int filed, String title, String text, String department, String task, int due, Integer answered, String says, Integer accepted, String opinion) {}

    /**
     * A line of a register; what is not of its register is left out.
     *
     * @param day   when it was written down, of what happened that day
     * @param title of a rule or a figure
     * @param task  the last two parts of the task's number
     * @param shows minutes of a meeting, file names without ending
     */
    record EntryScript(int day, String by, Register register, EntryKind kind, String title, String number, Integer people, Integer times, String figure, String unit, String source,
                       String chair, String attendees, String decisions, List<String> problems, String task, List<String> shows) {

        EntryScript {
            problems = orEmpty(problems);
            shows = orEmpty(shows);
        }
    }

    record ClosingScript(int summarised, String summary, int approved, String by, String opinion) {}

    /** What people keep saying, in turn. */
    record Phrases(List<String> endorsed, List<String> checked, List<String> signedOff, List<String> accepted, List<String> underway, List<String> still,
                   List<String> supporting, List<String> confirmed, List<String> lookedBack, List<String> next) {

        static Phrases read() {
            return CaseScript.read("demo/phrases.yaml", Phrases.class);
        }
    }

    static CaseScript read(String caseNumber) {
        return read("demo/cases/" + caseNumber + ".yaml", CaseScript.class);
    }

    private static <T> T read(String file, Class<T> as) {
        try (InputStream yaml = new ClassPathResource(file).getInputStream()) {
            return new ObjectMapper().convertValue(new Yaml().load(yaml), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}

package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectification.document.XlsxFile.Cell;
import org.rectification.document.XlsxFile.Row;
import org.rectification.ledger.RowOutcome.CellOutcome;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Drawn;
import org.rectification.rectification.Phase;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskKind;

/** Rows whose number and whose words speak of different problems: the row that is wrong is told so, and no other. */
class LedgerComparisonTest {

    private static final LedgerHeader HEADER = LedgerHeader.in(new Row(1, cells("序号", "方面", "反馈问题", "整改任务", "任务编号"))).orElseThrow();
    private static final List<Problem> PROBLEMS = List.of(problem(1, "作风建设", "检查走过场", "全年两次。"), problem(2, "作风建设", "台账不全", "缺三本。"), problem(3, "党的建设", "换届超期", "两个支部。"));
    private static final RectificationTask TASK = Drawn.task("HZ-2026-01", 1, 1, TaskKind.IMMEDIATE, Phase.PREPARATION, null, Arrays.asList("按月检查", null, null, null, null));

    private static Problem problem(int number, String aspect, String title, String text) {
        return Drawn.problem("HZ-2026-01", number, aspect, title, text);
    }

    private static List<Cell> cells(String... texts) {
        return IntStream.range(0, texts.length).mapToObj(at -> new Cell(texts[at], false)).toList();
    }

    /** Beneath the header, from row 2; empty for a cell that holds nothing. */
    private static LedgerComparison compared(CaseStage stage, String[]... rows) {
        return compared(stage, HEADER, rows);
    }

    private static LedgerComparison compared(CaseStage stage, LedgerHeader header, String[]... rows) {
        LedgerComparison comparison = new LedgerComparison(stage, LocalDate.of(2026, 1, 1), PROBLEMS, new LedgerNames(Map.of(), Map.of()), "整改台账", header, "市委要求");
        comparison.compare(IntStream.range(0, rows.length).mapToObj(at -> row(header, at + 2, rows[at])).toList(), Map.of(TASK.taskNumber(), new LedgerLine(PROBLEMS.get(0), TASK, Fulfilment.NOT_ISSUED, null, null, null, null, null, null, null, null, null, null, null, null, null)), Map.of());
        return comparison;
    }

    private static SheetRow row(LedgerHeader header, int number, String... texts) {
        Map<LedgerField, Cell> cells = new EnumMap<>(LedgerField.class);
        header.columns().forEach((field, at) -> cells.put(field, new Cell(at < texts.length ? texts[at] : "", false)));
        return new SheetRow(number, cells);
    }

    private static List<CellOutcome> refused(LedgerComparison comparison) {
        return comparison.outcomes().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.reason() != null).toList();
    }

    private static void refuses(LedgerComparison comparison, String cell, String reason) {
        assertThat(refused(comparison)).singleElement().satisfies(only -> {
            assertThat(only.cell()).isEqualTo("整改台账!" + cell);
            assertThat(only.reason()).isEqualTo(reason);
        });
    }

    @Test
    void aNumberThatNamesAnotherProblemThanTheWordsIsRefusedInItsRowAlone() {
        for (String words : List.of("检查走过场\n全年两次。", "检查走过场", "全年两次。", "检查走过场\n全年只有两次。")) {
            LedgerComparison comparison = compared(CaseStage.DRAFTING_PLAN, new String[] {"2", "作风建设", words, "按月检查"}, new String[] {"2", "作风建设", "台账不全\n缺三本。", "补齐台账"},
                    new String[] {"1", "", "", "公开结果"});
            refuses(comparison, "A2", "序号2是问题2“台账不全”，而反馈问题写的是问题1“检查走过场”；是问题1的，请把序号改为1，是问题2的，请改正反馈问题");
            assertThat(comparison.drafts().problems()).isEmpty();
            assertThat(comparison.drafts().newTasks()).hasSize(3);
        }
    }

    @Test
    void theNumberOfTheNextProblemWithTheWordsOfAKnownOneIsRefusedInItsRowAlone() {
        LedgerComparison comparison = compared(CaseStage.DRAFTING_PLAN, new String[] {"4", "作风建设", "台账不全\n缺三本。", "补齐台账"}, new String[] {"4", "作风建设", "公车管理混乱", "封存"});
        refuses(comparison, "A2", "本案没有问题4，而反馈问题写的是问题2“台账不全”；请把序号改为2，确是新问题的请改写反馈问题");
        assertThat(comparison.drafts().newProblems()).singleElement().satisfies(added -> assertThat(added.draft().title()).isEqualTo("公车管理混乱"));
    }

    @Test
    void aTaskWithTheNumberOrTheWordsOfAnotherProblemIsToldOnce() {
        String task = TASK.taskNumber();
        refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"1", "作风建设", "台账不全\n缺三本。", "按月检查", task}, new String[] {"1", "作风建设", "检查走过场\n全年两次。", "公开结果"}), "C2",
                "任务" + task + "属于问题1“检查走过场”，而这里写的是问题2“台账不全”；请改回，或核对任务编号");
        refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"2", "作风建设", "台账不全\n缺三本。", "按月检查", task}, new String[] {"2", "作风建设", "台账不全\n缺三本。", "补齐台账"}), "A2",
                "任务" + task + "属于问题1，不能改挂到别的问题，请改回1；如确需改挂，请删除后在该问题下新增");
        refuses(compared(CaseStage.RECTIFYING, new String[] {"2", "作风建设", "台账不全\n缺三本。", "按月检查", task}), "A2", "任务" + task + "属于问题1，不能改挂到别的问题，请改回1；任务的调整在任务页申请");
    }

    @Test
    void whatIsRewordedOrStandsUnderItsOwnNumberIsNoOtherProblem() {
        LedgerComparison comparison = compared(CaseStage.DRAFTING_PLAN, new String[] {"1", "作风建设", "检查流于形式\n全年两次。", ""}, new String[] {"3", "党的建设", "检查走过场\n一次也没有。", ""});
        assertThat(refused(comparison)).isEmpty();
        assertThat(comparison.drafts().problems()).hasSize(2);
    }

    @Test
    void theWholeWordsOfAnotherProblemAreItsOwnUnderAnyAspect() {
        for (String aspect : List.of("", "党的建设", "队伍建设")) {
            refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"3", aspect, "检查走过场\n全年两次。", "按月检查"}), "A2",
                    "序号3是问题3“换届超期”，而反馈问题写的是问题1“检查走过场”；是问题1的，请把序号改为1，是问题3的，请改正反馈问题");
            refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"4", aspect, "检查走过场\n全年两次。", "按月检查"}), "A2",
                    "本案没有问题4，而反馈问题写的是问题1“检查走过场”；请把序号改为1，确是新问题的请改写反馈问题");
        }
    }

    @Test
    void aTitleOfAnotherAspectIsFreeAlsoWhereTheAspectStandsAbove() {
        LedgerComparison comparison = compared(CaseStage.DRAFTING_PLAN, new String[] {"3", "", "检查走过场\n一次也没有。", ""}, new String[] {"4", "队伍建设", "培训不足\n全年一次。", ""},
                new String[] {"5", "", "台账不全\n培训台账缺。", ""}, new String[] {"", "", "检查走过场\n培训检查走过场。", ""});
        assertThat(refused(comparison)).isEmpty();
        assertThat(comparison.drafts().newProblems()).extracting(added -> added.draft().aspect() + added.draft().title()).containsExactly("队伍建设培训不足", "队伍建设台账不全", "队伍建设检查走过场");
    }

    @Test
    void withoutANumberTheWholeWordsOfAProblemAreThatProblem() {
        LedgerComparison comparison = compared(CaseStage.DRAFTING_PLAN, new String[] {"3", "党的建设", "", "按期换届"}, new String[] {"", "", "台账不全\n缺三本。", "补齐台账"});
        assertThat(refused(comparison)).isEmpty();
        assertThat(comparison.drafts().newProblems()).isEmpty();
        for (String[] doubtful : List.of(new String[] {"", "党的建设", "台账不全\n缺三本。", ""}, new String[] {"", "", "台账不全", ""}, new String[] {"", "", "缺三本。", ""})) {
            refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"3", "党的建设", "", "按期换届"}, doubtful), "A3",
                    "反馈问题与问题2“台账不全”写的相同，而序号空着，看不出是不是同一问题；是同一问题的请填写序号，是新问题的请改写反馈问题");
        }
    }

    @Test
    void aNumberThatNoProblemHasIsToldWithTheWordsOfItsRow() {
        refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"99", "作风建设", "检查走过场\n全年两次。", "按月检查"}), "A2",
                "本案没有问题99，而反馈问题写的是问题1“检查走过场”；请把序号改为1");
        refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"99", "作风建设", "公车管理混乱\n封存两辆。", ""}), "A2",
                "本案没有问题99，反馈问题写的“公车管理混乱”也没有登记过；请改为本案已有的序号，是新增问题的请把序号留空由系统编号，或接着编（下一个问题的序号是4）");
        refuses(compared(CaseStage.DRAFTING_PLAN, new String[] {"99", "", "", "按月检查"}), "A2", "本案没有问题99，本行也没有写反馈问题；请改为本案已有的序号");
        refuses(compared(CaseStage.REVIEWING_PLAN, new String[] {"99", "作风建设", "公车管理混乱", ""}), "A2", "本案没有问题99，反馈问题写的“公车管理混乱”也没有登记过；请改为本案已有的序号");
    }

    @Test
    void aRowWithAnUnknownTaskNumberIsToldAllThatIsWrongWithIt() {
        LedgerHeader wider = LedgerHeader.in(new Row(1, cells("序号", "方面", "反馈问题", "整改任务", "任务编号", "整改类型", "整改时限"))).orElseThrow();
        String[] row = {"1", "作风建设", "检查走过场", "公开结果", "HZ-2026-01-01-09", "马上改", "尽快"};
        assertThat(refused(compared(CaseStage.DRAFTING_PLAN, wider, row))).extracting(CellOutcome::cell).containsExactly("整改台账!E2", "整改台账!F2", "整改台账!G2");
        assertThat(refused(compared(CaseStage.RECTIFYING, wider, row))).as("nothing of it may be changed any more").extracting(CellOutcome::cell).containsExactly("整改台账!E2");
    }
}

package org.rectification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as people type them: numbers of the wrong kind, what belongs to the letter and not to a problem, columns nobody reads. */
class FeedbackAsTypedTest {

    private static Reading read(String lines) {
        return FeedbackFile.of("反馈.txt", Letters.txt(List.of(lines.split("/")))).read();
    }

    private static List<String> titles(Reading reading) {
        return reading.problems().stream().map(ProposedProblem::title).toList();
    }

    private static List<String> asides(Reading reading) {
        return reading.aside().stream().map(index -> reading.paragraphs().get(index).whole()).toList();
    }

    // numbers

    @ParameterizedTest
    @ValueSource(strings = {"巡察反馈意见/一、学习不深入。全年三次。/（二）台账不全。缺三本。/三、检查走过场。全年两次。", "巡察反馈意见/（一）学习不深入。全年三次。/二、台账不全。缺三本。/（三）检查走过场。全年两次。",
            "巡察反馈意见/1.学习不深入。全年三次。/2、台账不全。缺三本。/（3）检查走过场。全年两次。", "巡察反馈意见/1.学习不深入。全年三次。/（2）台账不全。缺三本。/（3）检查走过场。全年两次。",
            "巡察反馈意见/一、学习不深入。全年三次。/2.台账不全。缺三本。/三、检查走过场。全年两次。", "巡察反馈意见/一、存在的主要问题/（一）学习不深入。全年三次。/二）台账不全。缺三本。/（三）检查走过场。全年两次。"})
    void aNumberOfAnotherLevelThatCountsOnIsTheNextProblem(String lines) {
        Reading reading = read(lines);

        assertThat(titles(reading)).containsExactly("学习不深入", "台账不全", "检查走过场");
        assertThat(reading.problems()).extracting(ProposedProblem::item).containsOnlyNulls();
        assertThat(reading.unplacedTexts()).isEmpty();
    }

    @Test
    void itIsNoPartOfWhatWasDoneBefore() {
        assertThat(read("巡察整改情况/一、学习不深入。整改情况：已学三次。/（二）台账不全。整改情况：已补齐。/三、检查走过场。整改情况：已检查。").problems()).extracting(ProposedProblem::title, ProposedProblem::progress)
                .containsExactly(tuple("学习不深入", "已学三次。"), tuple("台账不全", "已补齐。"), tuple("检查走过场", "已检查。"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"巡察反馈意见/一、存在的主要问题/（二）作风方面/1.学习不深入。/2.台账不全。/二、意见建议/1.抓紧整改。|学习不深入,台账不全", "巡察反馈意见/一、存在的主要问题/（二）作风方面/1.学习不深入。/2.台账不全。|学习不深入,台账不全",
            "巡察反馈意见/一、存在的主要问题/（一）作风方面/1.学习不深入。整改措施：（1）制定计划。/（2）开展研讨。/2.台账不全。|学习不深入,台账不全",
            "巡察反馈意见/一、存在的主要问题/（一）作风方面/1.学习不深入。整改措施：（1）制定计划。/（2）开展研讨。|学习不深入", "巡察反馈意见/一、党建方面/（一）学习不深入。/二、业务方面/（二）台账不全。/（三）检查走过场。|学习不深入,台账不全,检查走过场"})
    void aNumberThatCountsOnAtItsOwnLevelStaysThere(String lines, String titles) {
        assertThat(titles(read(lines))).containsExactly(titles.split(","));
    }

    @Test
    void whatStandsAboveANumberThatFollowsNothingIsLeftToBeJudged() {
        Reading reading = read("巡察反馈意见/一、存在的主要问题/（一）作风方面/1.学习不深入。/（2）记录不全。/2.台账不全。/3.检查走过场。");

        assertThat(titles(reading)).containsExactly("记录不全", "台账不全", "检查走过场");
        assertThat(reading.unplacedTexts()).containsExactly("1.学习不深入。");
    }

    // letters

    @Test
    void addresseeSignatureAndDateAreNoProblems() {
        Reading reading = read("巡察反馈意见/某巡察函〔2026〕3号/某市城市管理局党组：/根据安排，巡察组开展了巡察，现反馈如下。/一、学习不深入。全年三次。/二、台账不全。缺三本。/市委第三巡察组/2026年3月1日/附件：巡察反馈问题清单");

        assertThat(titles(reading)).containsExactly("学习不深入", "台账不全");
        assertThat(reading.unplacedTexts()).isEmpty();
        assertThat(asides(reading)).contains("某巡察函〔2026〕3号", "某市城市管理局党组：", "市委第三巡察组", "2026年3月1日", "附件：巡察反馈问题清单");
    }

    @ParameterizedTest
    @ValueSource(strings = {"附件/巡察反馈问题清单", "附件：/问题清单", "附件1/某局巡察反馈问题清单（共2个）", "附件：问题清单"})
    void aListAttachedToALetterIsRead(String attached) {
        Reading reading = read("某市城市管理局党组：/现将巡察发现的问题反馈如下，请认真整改。/附件：问题清单/市委第三巡察组/2026年3月1日/" + attached + "/1.学习不深入。全年三次。/2.台账不全。缺三本。");

        assertThat(reading.flat()).isFalse();
        assertThat(titles(reading)).containsExactly("学习不深入", "台账不全");
        assertThat(reading.unplacedTexts()).isEmpty();
        assertThat(asides(reading)).contains("某市城市管理局党组：", "市委第三巡察组", "2026年3月1日");
    }

    @Test
    void whatEndsALetterInTheMiddleOfAFileBelongsToNoProblem() {
        Reading reading = read("反馈意见/一、学习不深入。全年三次。/市委第三巡察组/2026年3月1日/附件/问题清单/1.台账不全。缺三本。/2.检查走过场。/3.灯不亮。/4.井盖破损。/5.绿地枯死。");

        assertThat(reading.problems().get(0).text()).isEqualTo("全年三次。");
        assertThat(asides(reading)).contains("市委第三巡察组", "2026年3月1日", "附件", "问题清单");
        assertThat(titles(reading)).contains("台账不全", "绿地枯死");
    }

    @Test
    void namesOfAttachmentsAreNoProblems() {
        Reading reading = read("巡察反馈意见/一、学习不深入。全年三次。/二、台账不全。缺三本。/附件：/1.巡察反馈问题清单/2.整改方案");

        assertThat(titles(reading)).containsExactly("学习不深入", "台账不全");
    }

    @Test
    void anUnknownLayoutListsNoAddresseeAndNoSignature() {
        Reading reading = read("某局党组：/路灯不亮，群众反映多。/井盖破损。/市委第三巡察组/2026年3月1日");

        assertThat(reading.flat()).isTrue();
        assertThat(titles(reading)).containsExactly("路灯不亮，群众反映多", "井盖破损");
    }

    @ParameterizedTest
    @ValueSource(strings = {"未建立整改台账", "完善问题清单", "照搬照抄上级整改方案", "以会议纪要代替问题整改方案", "3个下属单位共用同一份整改台账"})
    void aLineAboutAListIsNoTitleOfOne(String line) {
        assertThat(read("巡察反馈意见/一、学习不深入。全年三次。/" + line + "/二、台账不全。缺三本。").problems().get(0).text()).contains(line);
    }

    @Test
    void noLineOfAFlatFileIsTakenForTheTitleOfAList() {
        assertThat(titles(read("会议记录/路灯不亮，群众反映多。/照搬照抄上级整改方案/井盖破损。"))).containsExactly("路灯不亮，群众反映多", "照搬照抄上级整改方案", "井盖破损");
    }

    @Test
    void aSignatureAndADayWithinAFindingBelongToIt() {
        Reading reading = read("巡察反馈意见/一、整改不实。主要有：/市城管局/2023年5月6日/签订的协议至今没有履行。/二、台账不全。缺三本。/三、检查走过场。/四、灯不亮。");

        assertThat(reading.problems().get(0).text()).contains("市城管局", "2023年5月6日", "签订的协议至今没有履行。");
    }

    @Test
    void departmentsAboveTheirFindingsAreAlikeWhereverTheyStand() {
        assertThat(titles(read("巡察情况/园林局：/草坪枯死。/市容局：/占道经营多。"))).contains("园林局：", "市容局：");
    }

    @ParameterizedTest
    @ValueSource(strings = {"附件：巡察反馈问题清单/联系方式：/1.电话：略/2.邮箱：略", "附件：/1.联系人名单/2.会议签到表", "附件2/整改台账模板填写说明/1.按月填写。/2.按季汇总。"})
    void whatIsNumberedBeneathAnAttachmentIsNoProblem(String attached) {
        assertThat(titles(read("巡察反馈意见/一、学习不深入。全年三次。/二、台账不全。缺三本。/" + attached))).containsExactly("学习不深入", "台账不全");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"巡察反馈意见/一、存在的主要问题/（一）学习不深入。/（二）台账不全。/三、检查走过场。/（四）灯不亮。/（五）井盖破损。/二、意见建议/（一）抓紧整改。|学习不深入,台账不全,检查走过场,灯不亮,井盖破损",
            "巡察反馈意见/一、政治建设方面/1.学习不深入。/2.台账不全。/三、笔记抄袭。雷同。/4.研讨走过场。|学习不深入,台账不全,笔记抄袭,研讨走过场",
            "巡察反馈意见/一、作风方面/1.学习不深入。/（1）全年三次。/（2）没有记录。/（2）台账不全。/3.检查走过场。|全年三次,没有记录,台账不全,检查走过场"})
    void aSignOfAHigherLevelWithinAListIsTheNextOfTheList(String lines, String titles) {
        Reading reading = read(lines);

        assertThat(titles(reading)).containsExactly(titles.split(","));
        assertThat(reading.problems()).extracting(ProposedProblem::aspect).doesNotContain("笔记抄袭");
    }

    @Test
    void anAspectAfterOneThatWasNotCountedIsNoProblem() {
        assertThat(read("巡察反馈意见/一、政治建设方面/（一）学习不深入。/（二）台账不全。/三、作风建设方面/（一）检查走过场。").problems()).extracting(ProposedProblem::aspect, ProposedProblem::title)
                .containsExactly(tuple("政治建设方面", "学习不深入"), tuple("政治建设方面", "台账不全"), tuple("作风建设方面", "检查走过场"));
    }

    @Test
    void numberedContactsAreNoAttachedList() {
        assertThat(titles(read("会议记录/路灯不亮，群众反映多。/井盖破损。/联系方式：/1.电话：略/2.邮箱：略"))).containsExactly("路灯不亮，群众反映多", "井盖破损");
    }

    @Test
    void aDepartmentNamedAboveItsFindingsIsNoAddressee() {
        assertThat(read("会议记录/路灯不亮，群众反映多。/园林局：/草坪枯死。").unplaced()).isEmpty();
        assertThat(titles(read("会议记录/路灯不亮，群众反映多。/园林局：/草坪枯死。"))).contains("园林局：");
    }

    // tables

    @Test
    void columnsOfATableThatWereNotReadAreTold() {
        String[] headings = {"序号", "所属方面", "反馈问题", "整改措施", "责任人", "得分", "备注", ""};
        String[] row = {"1", "作风", "检查走过场", "按月检查", "张三", "3", "", "另有一条"};
        for (Reading reading : List.of(FeedbackFile.of("清单.xlsx", Letters.xlsx(headings, row)).read(), FeedbackFile.of("清单.docx", new Letters.Word().line("问题清单").table(headings, row).bytes()).read())) {
            assertThat(reading.columns()).singleElement().satisfies(columns -> {
                assertThat(columns.described()).isEqualTo("“所属方面”读作所属方面，“反馈问题”读作问题标题，“整改措施”读作原文中的措施");
                assertThat(columns.unread()).containsExactly("责任人", "得分", "第8列（没有列名）");
            });
        }
    }

    @Test
    void aSecondColumnOfTheSameMeaningIsNotRead() {
        assertThat(FeedbackFile.of("清单.xlsx", Letters.xlsx(new String[] {"", "反馈问题", "整改情况", ""}, new String[] {"序号", "具体问题", "整改进展", "整改成效"}, new String[] {"1", "路灯不亮", "已修复", "亮灯率高"})).read().columns())
                .containsExactly(new ColumnsRead(Map.of("具体问题", "问题标题", "整改进展", "已有进度"), List.of("整改成效")));
        assertThat(read("巡察反馈意见/一、学习不深入。").columns()).isEmpty();
    }

    // what stands in one line, or beside the lines

    @ParameterizedTest
    @ValueSource(strings = {"（一）学习方面。1.学习不经常。仅学四次。2.研讨不深入。照抄。/（二）责任方面。3.谈话走过场。全年未谈。4.监督不力。", "（一）学习方面/1.学习不经常。仅学四次。/2.研讨不深入。/（二）责任方面。3.谈话走过场。全年未谈。4.监督不力。",
            "（一）学习方面。　　1、学习不经常。仅学四次。　　2、研讨不深入。照抄。　　（二）责任方面。　　3、谈话走过场。全年未谈。　　4、监督不力。"})
    void numbersThatRunOnInTheLineOfTheirHeadingAreProblems(String lines) {
        assertThat(read("反馈意见/一、存在的主要问题/" + lines).problems()).extracting(ProposedProblem::aspect, ProposedProblem::title)
                .containsExactly(tuple("学习方面", "学习不经常"), tuple("学习方面", "研讨不深入"), tuple("责任方面", "谈话走过场"), tuple("责任方面", "监督不力"));
    }

    @Test
    void oneProblemInTheLineOfItsAspectIsOne() {
        assertThat(read("反馈意见/一、存在的主要问题/（一）学习方面。1.学习不经常。仅学四次。/（二）责任方面。2.监督不力。").problems()).extracting(ProposedProblem::aspect, ProposedProblem::title)
                .containsExactly(tuple("学习方面", "学习不经常"), tuple("责任方面", "监督不力"));
    }

    @Test
    void measuresNumberedLikeAspectsStayWithTheirProblem() {
        assertThat(read("整改情况/一、反馈问题整改情况/（一）学习不经常。整改措施：（一）制定计划。（二）开展研讨。/（二）监督不力。整改措施：（一）约谈。").problems()).extracting(ProposedProblem::title).containsExactly("学习不经常", "监督不力");
    }

    @Test
    void aNumberThatWasSkippedIsSaid() {
        assertThat(read("反馈意见/一、存在问题/1、学习不经常/3、研讨不深入/4、台账不全/4、重复的号").problems()).extracting(ProposedProblem::title, ProposedProblem::doubt)
                .containsExactly(tuple("学习不经常", null), tuple("研讨不深入", Doubt.NUMBER_SKIPPED), tuple("台账不全", null), tuple("重复的号", Doubt.NUMBER_SKIPPED));
    }

    @Test
    void linesWithoutANumberBeneathAnAspectArePerhapsSeveral() {
        assertThat(read("反馈意见/一、党建方面/（一）学习不经常。/二、作风方面/文山会海/调研少").problems()).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::doubt)
                .containsExactly(tuple("学习不经常", "学习不经常", null), tuple("作风", "文山会海\n调研少", Doubt.PERHAPS_SEVERAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"此外，还发现违规发放津补贴问题线索3条，已按规定移交市纪委。", "同时，巡察还发现一些苗头性问题。", "同时，还发现一些苗头性问题。"})
    void whatIsToldBesidesBeneathABareTitleIsLeftToBeJudged(String further) {
        Reading reading = read("反馈意见/一、存在的主要问题/（一）作风方面/1.检查走过场/" + further + "/二、意见建议/1.抓紧整改。");

        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::text).containsExactly(tuple("检查走过场", "检查走过场"));
        assertThat(reading.unplacedTexts()).containsExactly(further);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textBoxesAreReadWhereTheyStand(boolean older) {
        byte[] file = new Letters.Word().line("一、存在问题").line("1.决策不民主。未上会。").textBox(older, "2.财务管理混乱。白条入账。", "金额大。").line("3.监督不力。").bytes();

        assertThat(FeedbackFile.of("反馈.docx", file).read().problems()).extracting(ProposedProblem::title, ProposedProblem::text)
                .containsExactly(tuple("决策不民主", "未上会。"), tuple("财务管理混乱", "白条入账。\n金额大。"), tuple("监督不力", "监督不力"));
    }

    @Test
    void aProblemThatReachesDownOverSeveralRowsIsOne() {
        byte[] counted = Letters.xlsx(new String[] {"序号", "方面", "反馈问题", "具体表现", "整改措施"}, new String[] {"1", "党建", "学习不深", "三次未学", "制定计划"}, new String[] {"", "", "", "发言照抄", "开展研讨"}, new String[] {"", "", "", "", "按月检查"},
                new String[] {"2", "", "决策不民主", "未上会", ""}, new String[] {"3", "", "", "会议无记录", ""});
        assertThat(FeedbackFile.of("清单.xlsx", counted).read().problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text, ProposedProblem::measures, ProposedProblem::doubt).containsExactly(
                tuple("党建", "学习不深", "三次未学\n发言照抄", List.of("制定计划", "开展研讨", "按月检查"), null), tuple("党建", "决策不民主", "未上会", List.of(), null), tuple("党建", "会议无记录", "会议无记录", List.of(), null));

        byte[] uncounted = Letters.xlsx(new String[] {"反馈问题", "具体表现"}, new String[] {"学习不深", "三次未学"}, new String[] {"", "发言照抄"});
        assertThat(FeedbackFile.of("清单.xlsx", uncounted).read().problems()).extracting(ProposedProblem::text, ProposedProblem::doubt).containsExactly(tuple("三次未学\n发言照抄", Doubt.PERHAPS_SEVERAL));
    }
}

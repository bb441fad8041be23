package org.rectification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.feedback.Letters.Word;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Kind;

class FeedbackFileTest {

    private static Reading read(String name, byte[] content) {
        return FeedbackFile.of(name, content).read();
    }

    private static Reading read(String... lines) {
        return read("反馈.txt", Letters.txt(List.of(lines)));
    }

    private static List<String> titles(Reading reading) {
        return reading.problems().stream().map(ProposedProblem::title).toList();
    }

    private static List<String> aspects(Reading reading) {
        return reading.problems().stream().map(ProposedProblem::aspect).distinct().toList();
    }

    // whole bulletins

    @ParameterizedTest
    @ValueSource(strings = {"docx", "txt"})
    void nineAspectsMakeFourteenProblems(String kind) {
        Reading reading = read("通报." + kind, kind.equals("docx") ? Letters.docx(Letters.bulletinOfFourteen()) : Letters.txt(Letters.bulletinOfFourteen()));

        assertThat(reading.title()).isEqualTo("中共某市城市管理局党组关于巡察整改进展情况的通报");
        assertThat(reading.problems()).extracting(ProposedProblem::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertThat(aspects(reading)).hasSize(9).startsWith("落实“绣花功夫”要求不到位方面", "水源地专项巡察反馈问题整改有欠账方面", "第3项工作不规范方面");
        assertThat(reading.problems().get(2)).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress)
                .containsExactly("关于破解停车“老问题。难问题”力度不够的问题", "关于破解停车“老问题。难问题”力度不够的问题", "已制定方案并分到科室，正按月推进。");
        assertThat(reading.problems().get(4).progress()).isEqualTo("主体已经完工。");
        assertThat(reading.problems().get(7)).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress).containsExactly("第3项工作不规范", "第3项工作不规范", "组织学习，逐项补课，建立台账。");
        assertThat(reading.problems()).extracting(ProposedProblem::doubt).containsOnlyNulls();
        assertThat(reading.unplaced()).isEmpty();
        assertThat(reading.flat()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "txt"})
    void threeAspectsWithNumbersThatRunOnMakeTwentyTwoProblemsWithProgress(String kind) {
        Reading reading = read("通报." + kind, kind.equals("docx") ? Letters.docx(Letters.bulletinOfTwentyTwo()) : Letters.txt(Letters.bulletinOfTwentyTwo()));

        assertThat(reading.problems()).hasSize(22).allSatisfy(problem -> assertThat(problem.text()).isEqualTo("检查时仍有三处没有做到。"));
        assertThat(aspects(reading)).containsExactly("第一方面责任意识不够强，抓得不实", "第二方面责任意识不够强，抓得不实", "第三方面责任意识不够强，抓得不实");
        assertThat(reading.problems()).extracting(ProposedProblem::item).doesNotContainNull().contains("第9类工作落实不力：责任压得不实");
        assertThat(reading.problems().stream().map(ProposedProblem::progress).filter(Objects::nonNull).map(said -> said.lines().findFirst().orElseThrow()))
                .hasSize(22).filteredOn("完成，并长期坚持。"::equals).hasSize(17);
        assertThat(reading.problems().get(0).progress()).isEqualTo("基本完成。\n整改情况：1、已逐处整治；2、已安排专人每天巡查。");
        assertThat(reading.unplaced()).isEmpty();
    }

    // numbers

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"一、方面|2|1", "一，方面|2|1", "十二．方面|2|12", "（一）方面|3|1", "(一)方面|3|1", "（十一)方面|3|11", "㈡方面|3|2", "1.问题|4|1", "1．问题|4|1", "1、问题|4|1",
            "１、问题|4|1", "12 关于问题|4|12", "⒊问题|4|3", "问题2：占道|4|2", "（1）问题|5|1", "(1)问题|5|1", "（1)问题|5|1", "1）问题|5|1", "⑵问题|5|2", "①措施|6|1", "1.1 问题|5|1", "1.1关于问题|5|1",
            "第一部分 情况|1|1", "1.5万元已收回|0|0", "2019年5月|0|0", "2019.5.7反馈|0|0", "一是开会|0|0", "一、二级机构不分|0|0", "三公经费|0|0", "( 一 )方面|3|1", "1 、问题|4|1", "主要表现在以下几个方面：|0|0", "存在三方面|0|0", "作风建设方面|3|0"})
    void numbersAreKnownHoweverTheyAreTyped(String line, int level, int value) {
        assertThat(Paragraph.of(line)).extracting(Paragraph::level, Paragraph::value).containsExactly(level, value);
        assertThat(Paragraph.of(line).whole().replace(" ", "")).isEqualTo(line.replace(" ", ""));
    }

    @Test
    void numbersThatWordAddsAreReadAsIfTyped() {
        Word word = new Word().line("关于巡察反馈意见的函");
        BigInteger list = word.list("chineseCountingThousand %1、", "chineseCounting （%2）", "decimal %3. runsOn", "decimal （%4）");
        word.numbered(list, 0, "存在的主要问题").numbered(list, 1, "党的建设弱化方面").numbered(list, 2, "三会一课记录不全。补写较多。").numbered(list, 2, "换届超期。两个支部超期。")
                .numbered(list, 1, "作风不实方面").numbered(list, 2, "检查走过场。全年两次。").numbered(list, 0, "意见建议").numbered(list, 1, "提高认识");
        Reading reading = read("函.docx", word.bytes());

        assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text).containsExactly(
                tuple("党的建设弱化方面", "三会一课记录不全", "补写较多。"), tuple("党的建设弱化方面", "换届超期", "两个支部超期。"), tuple("作风不实方面", "检查走过场", "全年两次。"));
        assertThat(reading.paragraphs()).extracting(Paragraph::number).containsExactly("", "一、", "（一）", "1.", "2.", "（二）", "3.", "二、", "（一）");
    }

    @Test
    void bulletsAreNoNumbers() {
        Word word = new Word().line("一、存在问题").line("（一）作风不实方面").line("1.检查走过场。");
        BigInteger bullets = word.list("bullet ●");
        assertThat(read("a.docx", word.numbered(bullets, 0, "全年两次。").bytes()).problems().get(0).text()).isEqualTo("全年两次。");
    }

    // how problems are worded

    @Test
    void problemsMayHaveNoAspectAboveThem() {
        Reading reading = read("整改清单", "1、关于“家园。公司”考核不严问题的整改。已重新签订合同。", "2、关于管网老化的问题 已列入计划。", "3、路灯不亮。整改情况：已修复。");
        assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress).containsExactly(
                tuple(null, "关于“家园。公司”考核不严问题", "关于“家园。公司”考核不严问题", "已重新签订合同。"), tuple(null, "关于管网老化的问题", "已列入计划。", null), tuple(null, "路灯不亮", "路灯不亮", "已修复。"));
    }

    @Test
    void whatWasDoneIsKeptAsProgressAndItsOwnNumbersAreNoProblems() {
        Reading reading = read("二、反馈问题整改情况", "（一）关于作风不实方面", "1.检查走过场。全年只查两次。", "整改措施：一是按月检查；二是公开结果。", "整改进展：", "1.已查三次。", "2.已公开两期。", "2.台账不全。", "【整改成效】已补齐。");
        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::progress, ProposedProblem::measures).containsExactly(
                tuple("检查走过场", "1.已查三次。\n2.已公开两期。", List.of("按月检查", "公开结果")), tuple("台账不全", "已补齐。", List.of()));
    }

    @Test
    void whatIsLackingIsNoMeasureHoweverItIsEnumerated() {
        assertThat(read("一、存在问题", "（一）作风方面", "1.工作不扎实。一是检查走过场；二是台账不全；三是每月通报一次，按季公布。四是修订制度。").problems().get(0).measures()).containsExactly("每月通报一次，按季公布", "修订制度");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.督办不力。一是台账由专人代记。二是通报由科室自拟。三是整改由下属应付。", "1.学习贯彻不深入。全年两次。一是学习计划照搬照抄。二是研讨发言由办公室代笔。三是学习记录缺失。", "1.督办不力。|一是台账由专人代记。|二是通报由科室自拟。",
            "1.学习不实。一是学习笔记代抄；二是检查记录事后编造。", "1.工作不扎实。一是检查走过场；二是台账不全；三是每月通报一次。"})
    void aListOfFindingsHoldsNoMeasure(String said) {
        ProposedProblem problem = read(("一、存在的主要问题|（一）作风方面|" + said).split("[|]")).problems().get(0);
        assertThat(problem.measures()).isEmpty();
        assertThat(problem.text()).contains(said.split("。", 2)[1].replace("|", "\n").strip());
        assertThat(problem.progress()).isNull();
    }

    @Test
    void whatAnnouncesMeasuresIsBelieved() {
        assertThat(read("一、存在的主要问题", "（一）作风方面", "1.督办不力。一是台账由专人代记。二是通报由科室自拟。", "整改措施：一是台账由科长审签。二是专人督办。").problems().get(0).measures()).containsExactly("台账由科长审签", "专人督办");
        assertThat(read("整改方案", "一、存在问题及整改措施", "（一）服务方面", "1.工单超期。一是每日通报；二是超期约谈；三是纳入考核；四是修订自由裁量基准。").problems().get(0).measures()).containsExactly("每日通报", "超期约谈", "纳入考核", "修订自由裁量基准");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.修订制度；2.加强学习；3.定期通报。|修订制度/加强学习/定期通报", "①修订制度。②加强学习。|修订制度/加强学习", "（1）修订制度，按1.5万元列支；（2）加强学习。|修订制度，按1.5万元列支/加强学习", "1.修订两项制度：（1）学习；（2）督办。2.加强学习。|修订两项制度：（1）学习；（2）督办/加强学习",
            "采取以下办法：1、修订制度；2、加强学习。|修订制度/加强学习", "更换1、2、3号路灯。|更换1、2、3号路灯。", "1.修订制度。|1.修订制度。", "一是修订：1.甲办法；2.乙办法。二是加强学习。|修订：1.甲办法；2.乙办法/加强学习"})
    void numberedMeasuresInOneLineAreEachOne(String said, String measures) {
        assertThat(read("一、存在问题", "（一）作风方面", "1.走过场。全年两次。", "整改措施：" + said).problems().get(0).measures()).containsExactly(measures.split("/"));
        assertThat(read("一、存在问题", "（一）作风方面", "1.走过场。全年两次。整改措施：" + said).problems()).singleElement().satisfies(only -> assertThat(only.measures()).containsExactly(measures.split("/")));
    }

    @Test
    void numberedMeasuresInOneCellAreEachOne() {
        assertThat(read("清单.xlsx", Letters.xlsx(new String[] {"问题", "整改措施"}, new String[] {"走过场", "1.修订制度；2.加强学习。"}, new String[] {"台账不全", "1.补齐。\n2.检查"})).problems()).extracting(ProposedProblem::measures).containsExactly(List.of("修订制度", "加强学习"), List.of("补齐。", "检查"));
    }

    @Test
    void whatFollowsAProblemInABulletinIsWhatWasDone() {
        Reading reading = read("巡察反馈意见整改落实情况", "（一）党建责任有差距方面。利用中心组系统地学习了有关论述。通报了各支部工作中的问题。", "（二）城市管理方面", "1.关于停车难的问题。", "起草了工作方案，新增泊位两千个。", "对不规范的点位进行调整。",
                "2.关于工程停滞问题。项目整体推进情况：水源井已完成七成。", "（三）转正程序不规范方面。支部对兼职干部进行谈话，没有再发现类似问题。");

        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress, ProposedProblem::doubt).containsExactly(
                tuple("党建责任有差距", "党建责任有差距", "利用中心组系统地学习了有关论述。通报了各支部工作中的问题。", null),
                tuple("关于停车难的问题", "关于停车难的问题", "起草了工作方案，新增泊位两千个。\n对不规范的点位进行调整。", null),
                tuple("关于工程停滞问题", "关于工程停滞问题", "水源井已完成七成。", null),
                tuple("转正程序不规范", "转正程序不规范", "支部对兼职干部进行谈话，没有再发现类似问题。", null));
    }

    @Test
    void whatMayBeEitherStandsInDoubt() {
        Reading told = read("巡察反馈问题整改情况", "（一）城市管理方面", "1.关于渣土管理的问题。三处工地没有围挡，一直无人过问。已逐处围挡。", "2.检查走过场。局里召开会议，要求迎检时突击。已按月检查。", "3.关于公厕的问题。全年十次。", "4.台账不全。已补齐。");
        assertThat(told.problems()).extracting(ProposedProblem::text, ProposedProblem::progress, ProposedProblem::doubt).containsExactly(
                tuple("三处工地没有围挡，一直无人过问。", "已逐处围挡。", Doubt.SPLIT_BY_SENTENCE), tuple("检查走过场", "局里召开会议，要求迎检时突击。已按月检查。", Doubt.PERHAPS_STATEMENT),
                tuple("全年十次。", null, Doubt.PERHAPS_PROGRESS), tuple("台账不全", "已补齐。", null));

        assertThat(read("一、存在的主要问题", "（一）作风方面", "1.检查走过场。全年两次。", "2.关于灯不亮的问题。已列入计划。").problems()).extracting(ProposedProblem::text, ProposedProblem::progress, ProposedProblem::doubt)
                .containsExactly(tuple("全年两次。", null, null), tuple("已列入计划。", null, Doubt.PERHAPS_PROGRESS));
    }

    @Test
    void whatALetterTellsBesidesItsProblemsStandsInDoubt() {
        Reading letter = read("关于巡察市城管局的反馈意见", "一、存在的主要问题", "（一）作风方面", "1.检查走过场。全年两次。目前，该局已按月检查。", "2.台账不全。缺三本。此外，还发现公车管理混乱。", "两辆车没有派车单。", "3.工程停滞。已停工三年，仍未复工。局党组对此没有研究。",
                "巡察中还发现，食堂账目不清。", "二、意见建议", "1.提高认识。此外，还存在的不足要补上。");
        assertThat(letter.problems()).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress, ProposedProblem::doubt).containsExactly(
                tuple("检查走过场", "全年两次。目前，该局已按月检查。", null, Doubt.PERHAPS_PROGRESS), tuple("台账不全", "缺三本。", null, null), tuple("工程停滞", "已停工三年，仍未复工。局党组对此没有研究。", null, Doubt.PERHAPS_PROGRESS));
        assertThat(letter.unplacedTexts()).containsExactly("此外，还发现公车管理混乱。", "两辆车没有派车单。", "巡察中还发现，食堂账目不清。");

        Reading free = read("会议记录", "路灯不亮，群众反映多。目前已安排维修。此外，还发现井盖破损。", "市政科已更换三处。", "整改完成情况：已全部换新。", "人行道不平。");
        assertThat(free.problems()).extracting(ProposedProblem::text, ProposedProblem::progress, ProposedProblem::doubt).containsExactly(tuple("目前已安排维修。", null, Doubt.PERHAPS_PROGRESS), tuple("此外，还发现井盖破损", null, null),
                tuple("市政科已更换三处", "已全部换新。", Doubt.PERHAPS_PROGRESS), tuple("人行道不平", null, null));
        assertThat(free.unplacedTexts()).isEmpty();

        Reading table = read("清单.xlsx", Letters.xlsx(new String[] {"序号", "存在问题", "责任单位"}, new String[] {"1", "路灯不亮。目前已修复。", "市政科"}, new String[] {"2", "井盖破损。三处。", "市政科"}));
        assertThat(table.problems()).extracting(ProposedProblem::doubt).containsExactly(Doubt.PERHAPS_PROGRESS, null);
    }

    @Test
    void whatAnAnswerTellsOfFurtherFindingsStaysInIt() {
        Reading reading = read("一、反馈问题整改情况", "（一）作风方面", "1.台账不全。缺三本。", "整改情况：已补齐。此外，还发现两本不全，一并补齐。", "同时，还发现一处漏记，已补记。", "2.缺人。");
        assertThat(reading.problems().get(0).progress()).isEqualTo("已补齐。此外，还发现两本不全，一并补齐。\n同时，还发现一处漏记，已补记。");
        assertThat(reading.unplacedTexts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.台账不全。缺三本。此外，还发现公车管理混乱。|整改进度：已完成。|整改情况：已补齐三本。|整改措施：按月检查。", "1.台账不全。缺三本。此外，还发现公车管理混乱。整改进度：已完成。整改情况：已补齐三本。整改措施：按月检查。",
            "1.台账不全。缺三本。|此外，还发现公车管理混乱。整改进度：已完成。|整改情况：已补齐三本。|整改措施：按月检查。"})
    void aProblemKeepsItsAnswerAcrossWhatIsToldBesides(String lines) {
        Reading reading = read(("一、存在的主要问题|（一）作风方面|" + lines + "|2.缺人。").split("[|]"));
        assertThat(reading.problems()).extracting(ProposedProblem::text, ProposedProblem::progress, ProposedProblem::measures).containsExactly(
                tuple("缺三本。", "已完成。\n整改情况：已补齐三本。", List.of("按月检查。")), tuple("缺人", null, List.of()));
        assertThat(reading.unplacedTexts()).containsExactly("此外，还发现公车管理混乱。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"此外，举一反三发现并整改同类问题5个。", "同时，还发现一处漏记，已补记。", "此外，自查发现2处漏记，已补记。", "此外，还发现台账不全，一并补齐。"})
    void anAnswerWithoutAnAnnouncementKeepsWhatItTellsOfFurtherFindings(String further) {
        Reading bulletin = read("巡察反馈问题整改情况", "（一）作风方面", "1.关于台账不全的问题。已补齐三本台账。" + further, "修订台账管理办法，按月检查。", "2.缺人。");
        assertThat(bulletin.problems().get(0)).extracting(ProposedProblem::text, ProposedProblem::progress).containsExactly("关于台账不全的问题", "已补齐三本台账。" + further + "\n修订台账管理办法，按月检查。");
        assertThat(bulletin.unplacedTexts()).isEmpty();

        Reading letter = read("反馈意见", "一、存在的主要问题", "（一）作风方面", "1.台账不全。缺三本。" + further, "2.缺人。");
        assertThat(letter.problems().get(0).text()).isEqualTo("缺三本。" + further);
        assertThat(letter.unplacedTexts()).isEmpty();
    }

    @Test
    void whatIsFoundFurtherIsAnAnswersOwnWhereThePartTellsWhatWasPutRight() {
        Reading bulletin = read("通报", "一、反馈问题整改情况", "（一）作风方面", "1.关于台账不全的问题。已补齐三本。", "此外，还发现公车管理混乱。", "修订台账管理办法。");
        assertThat(bulletin.problems()).extracting(ProposedProblem::progress).containsExactly("已补齐三本。\n此外，还发现公车管理混乱。\n修订台账管理办法。");
        assertThat(bulletin.unplacedTexts()).isEmpty();

        Reading letter = read("反馈意见", "一、存在的主要问题", "（一）作风方面", "1.台账不全。缺三本。", "此外，还发现公车整改不到位。", "具体表现：两辆车没有派车单。", "落实派车制度走过场。", "该局修订了台账管理办法。");
        assertThat(letter.problems()).extracting(ProposedProblem::text).containsExactly("缺三本。\n该局修订了台账管理办法。");
        assertThat(letter.unplacedTexts()).containsExactly("此外，还发现公车整改不到位。", "具体表现：两辆车没有派车单。", "落实派车制度走过场。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"同时，还发现了一些问题，主要如下。|反馈如下。", "市委巡察组对该局开展了巡察。同时，还发现了一些问题，主要如下。|反馈如下。"})
    void anIntroductionOrCloseIsNotToldBesides(String opening) {
        Reading reading = read(("反馈意见|" + opening + "|一、存在的主要问题|（一）作风方面|1.走过场。全年两次。|2.台账不全。缺三本。此外，还发现公车管理混乱。|以上问题请尽快整改。").split("[|]"));
        assertThat(reading.problems()).extracting(ProposedProblem::text).containsExactly("全年两次。", "缺三本。\n以上问题请尽快整改。");
        assertThat(reading.unplacedTexts()).containsExactly("此外，还发现公车管理混乱。");
    }

    @Test
    void aLineThatOnlyAnnouncesIsNoProblem() {
        Reading reading = read("会议记录", "整改情况：正在整改。", "路灯不亮。", "整改完成情况：已全部换新。", "人行道不平。");
        assertThat(reading.problems()).extracting(ProposedProblem::text, ProposedProblem::progress).containsExactly(tuple("路灯不亮", "已全部换新。"), tuple("人行道不平", null));
        assertThat(reading.unplacedTexts()).containsExactly("整改情况：正在整改。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"以会议推进整改，用文件落实文件。", "对立行立改事项拖延半年才动手。", "整改完成后又出现同样的问题。", "设备购置后已损坏，无人维修。", "下属中心已被注销，账户余额挂账。", "局已出租的门面由个人收租。", "该局立即以奖金名义发放补贴。",
            "市容科已划定的停车位被占用，群众反映强烈。", "整改完成率全市倒数。", "公司已停产，设备无人看管。", "城区组已连片占道。"})
    void aFindingThatOnlySoundsLikeProgressLeavesNothingOpen(String finding) {
        assertThat(read("反馈意见", "一、存在的主要问题", "（一）作风方面", "1.检查走过场。全年两次。" + finding).problems()).extracting(ProposedProblem::text, ProposedProblem::doubt).containsExactly(tuple("全年两次。" + finding, null));

        Reading flat = read("会议记录", "路灯不亮。", finding);
        assertThat(flat.problems()).extracting(ProposedProblem::text, ProposedProblem::doubt).containsExactly(tuple("路灯不亮", null), tuple(finding.replaceFirst("。$", ""), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"目前，该局已按月检查。", "市政科已更换三处。", "该局立即清理了占道摊位。", "立行立改，当日清运。", "三处已完成整改，一处还在协商。", "上述两处均完成整改。", "截至6月底，公司正在招标。", "该中心已建立台账。"})
    void whatWasDoneSinceStandsInDoubt(String told) {
        assertThat(read("反馈意见", "一、存在的主要问题", "（一）作风方面", "1.检查走过场。全年两次。" + told).problems()).extracting(ProposedProblem::text, ProposedProblem::doubt).containsExactly(tuple("全年两次。" + told, Doubt.PERHAPS_PROGRESS));
        assertThat(read("会议记录", "路灯不亮。", told).problems()).extracting(ProposedProblem::doubt).containsExactly(null, Doubt.PERHAPS_PROGRESS);
    }

    @Test
    void howeverMuchALineTellsBesidesItIsRead() {
        Reading reading = read("反馈意见", "一、存在的主要问题", "（一）作风方面", "1.走过场。" + "此外，还发现灯坏。".repeat(40_000));
        assertThat(titles(reading)).containsExactly("走过场");
        assertThat(reading.unplaced()).hasSize(40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"落实“一岗双责”有差距，班子成员全年只谈话2次。", "推进垃圾分类工作缓慢，12个小区覆盖率低于60%。", "开展批评和自我批评避重就轻，相互批评意见仅3条。", "组织检查走形式，台账还有漏洞。", "对照检查材料照抄照搬，3名班子成员内容雷同。"})
    void aFindingThatBeginsLikeADeedStandsInDoubt(String finding) {
        ProposedProblem problem = read("巡察反馈问题整改情况", "（一）党建方面", "1.主体责任落实不力", finding, "2.台账不全。已补齐。").problems().get(0);
        assertThat(problem).extracting(ProposedProblem::progress, ProposedProblem::doubt).containsExactly(finding, Doubt.PERHAPS_STATEMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"补齐基层队伍短板，新招12人。", "制定台账，覆盖率不低于90%。", "完善制度，堵塞漏洞，并长期坚持。", "开展培训，不仅学习条例，还组织考试。"})
    void aDeedThatSpeaksOfWhatWasLackingIsADeed(String deed) {
        ProposedProblem problem = read("巡察反馈问题整改情况", "（一）党建方面", "1.关于责任落实不力的问题", deed, "2.台账不全。已补齐。").problems().get(0);
        assertThat(problem).extracting(ProposedProblem::progress, ProposedProblem::doubt).containsExactly(deed, null);
    }

    @Test
    void numberedDeedsBelongToTheirProblemAndNumberedFindingsAreProblems() {
        Reading reading = read("二、反馈问题整改情况", "（一）市容管理方面存在的问题", "1.关于市容管理不力的问题", "（1）已开展专项整治。", "（2）制定管理办法。", "责任科室：市容科", "2.环卫管理问题", "（1）落实标准不严。", "（2）清运不及时。", "（二）作风方面存在的问题", "1.检查走过场。");
        assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress).containsExactly(
                tuple("市容管理方面存在的问题", "关于市容管理不力的问题", "关于市容管理不力的问题\n责任科室：市容科", "（1）已开展专项整治。\n（2）制定管理办法。"),
                tuple("市容管理方面存在的问题", "落实标准不严", "落实标准不严", null), tuple("市容管理方面存在的问题", "清运不及时", "清运不及时", null), tuple("作风方面存在的问题", "检查走过场", "检查走过场", null));
    }

    @ParameterizedTest
    @CsvSource({"①,②", "1）,2）", "1),2)"})
    void whatAProblemConsistsOfIsItsText(String first, String second) {
        Reading reading = read("一、存在的主要问题", "（一）作风不实方面", "1.台账不全。检查发现两类缺失。", first + "缺三本。", second + "未签字。", "整改情况：已补齐。", "2.检查走过场。全年两次。", first + "市容科两次。", second + "环卫科一次。");
        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress).containsExactly(
                tuple("台账不全", "检查发现两类缺失。\n" + first + "缺三本。\n" + second + "未签字。", "已补齐。"), tuple("检查走过场", "全年两次。\n" + first + "市容科两次。\n" + second + "环卫科一次。", null));
        assertThat(reading.unplacedTexts()).isEmpty();
    }

    @Test
    void whatMayBeOneProblemOrSeveralStaysApartAndIsOfferedAsOne() {
        Reading reading = read("一、存在的主要问题", "（一）作风不实方面", "1.台账不全。检查发现两类缺失。", "（1）缺三本。", "（2）未签字。", "2.市容管理不细", "（1）占道经营。", "（2）乱贴乱画。", "3.检查走过场。全年两次。", "（1）市容科两次。整改情况：已补查。", "（2）环卫科一次。整改情况：已补查。");
        assertThat(titles(reading)).containsExactly("缺三本", "未签字", "占道经营", "乱贴乱画", "市容科两次", "环卫科一次");
        assertThat(reading.wholes()).containsOnlyKeys(1);
        assertThat(reading.wholes().get(1)).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text, ProposedProblem::sources)
                .containsExactly("作风不实方面", "台账不全", "检查发现两类缺失。\n（1）缺三本。\n（2）未签字。", List.of(2, 3, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"将反馈的9个问题，分解细化为55项任务。|9", "共反馈了10个方面，31个问题。|31", "巡察组反馈十二个具体问题。|12", "指出四个方面问题。|", "已完成25个问题。|", "巡察组反馈问题31个。|31", "反馈的问题共31项，已完成25项。|31", "巡察组指出问题共计十二条。|12",
            "针对反馈的第一个问题，专题研究。|", "反馈问题已完成整改25个问题。|", "自查发现3个问题并立行立改。|", "自查中又发现3个问题。|", "反馈问题2个方面。|",
            "反馈意见要求立即整改12个问题。|12", "对巡察组反馈问题坚持整改一个、销号一个，31个问题已全部落实。|31", "反馈意见责令整改12个问题。|12", "反馈意见指出应当解决八个问题。|8", "反馈问题限期整改9个具体问题。|9", "反馈问题按期整改9个问题。|", "反馈问题整改25个问题。|", "对照反馈意见，整改了25个问题。|", "反馈问题中解决八个问题，其余正在推进。|", "反馈意见要求整改31个问题。|31", "反馈需整改的问题31个。|31", "反馈的31个问题，整改25个问题。|31", "巡察组反馈问题整改任务31项，共31个问题。|31"})
    void whatADocumentSaysOfItsProblemsIsKnown(String said, Integer problems) {
        assertThat(read("通报", said, "一、反馈问题整改情况", "（一）作风方面", "1.走过场。整改情况：发现2个问题。").declared().map(Declared::problems)).isEqualTo(Optional.ofNullable(problems));
    }

    @Test
    void whatADocumentSaysBelowItsProblemsCountsNone() {
        assertThat(read("通报", "一、反馈问题整改情况", "（一）作风方面", "1.走过场。", "二、组织整改情况", "市委督导组反馈2个问题。").declared()).isEmpty();
    }

    @Test
    void whatIsAnsweredForItselfOrOnlyLedOverToIsAProblem() {
        assertThat(titles(read("一、存在问题", "（一）作风不实方面", "1.主要表现在：", "①检查走过场。", "②台账不全。", "2.市容管理问题", "①占道经营。整改情况：已清。", "②乱贴乱画。整改情况：已清。"))).containsExactly("检查走过场", "台账不全", "占道经营", "乱贴乱画");
    }

    @Test
    void numberedAnnouncementsBelongToTheirProblem() {
        Reading reading = read("一、问题整改情况", "（一）关于工地管理不严的问题", "1.问题描述：两处未围挡。", "2.整改措施：限期围挡。", "3.整改情况：已围挡。", "（二）关于灯不亮的问题", "1.整改情况：已修复。");
        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress, ProposedProblem::measures).containsExactly(
                tuple("关于工地管理不严的问题", "两处未围挡。", "已围挡。", List.of("限期围挡。")), tuple("关于灯不亮的问题", "关于灯不亮的问题", "已修复。", List.of()));
    }

    @Test
    void aSentenceTooLongForATitleIsShortenedAndKeptWhole() {
        String said = "驻村工作队的队长都由二级机构的副职担任，机关内设科室的负责人都没有安排驻村帮扶任务，全年到村的次数也没有达到规定的要求，群众反映较多。有关记录不全。";
        ProposedProblem problem = read("一、存在问题", "（一）帮扶不实方面", "1." + said).problems().get(0);
        assertThat(problem.text()).isEqualTo(said);
        assertThat(problem.title()).hasSizeLessThanOrEqualTo(61).startsWith("驻村工作队的队长");
    }

    @Test
    void unnumberedAspectsStandAboveTheirProblems() {
        assertThat(read("反馈意见", "党的建设方面", "1.换届超期。", "2.记录不全。", "作风建设方面", "1.检查走过场。").problems())
                .extracting(ProposedProblem::aspect).containsExactly("党的建设方面", "党的建设方面", "作风建设方面");
    }

    // what is no problem

    @ParameterizedTest
    @ValueSource(strings = {"三", "二"})
    void anAspectNumberedLikeThePartAboveItIsOne(String number) {
        Reading reading = read("关于巡察某局的反馈意见", "一、存在的主要问题", "（一）党建工作方面", "1.学习不深入。", "（二）财务管理工作漏洞多", number + "、选人用人方面", "1.酝酿不充分。", "2.考核不及时。", "四、意见建议", "1.提高认识。");
        assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title).containsExactly(tuple("党建工作方面", "学习不深入"), tuple("财务管理工作漏洞多", "财务管理工作漏洞多"),
                tuple("选人用人方面", "酝酿不充分"), tuple("选人用人方面", "考核不及时"));
        assertThat(reading.unplaced()).isEmpty();
    }

    @Test
    void whatFitsNowhereIsSaidAndNotDropped() {
        Reading reading = read("反馈意见", "这一段不知所云。", "一、学习园地", "1.读书。", "二、存在的主要问题", "总的看还有差距。", "（一）作风不实方面。常有反映。", "1.检查走过场。", "三、组织领导", "1.成立专班。", "四、联系方式", "电话：略");
        assertThat(titles(reading)).containsExactly("检查走过场");
        assertThat(reading.unplacedTexts()).containsExactly("这一段不知所云。", "一、学习园地", "1.读书。", "总的看还有差距。", "（一）作风不实方面。常有反映。");
        assertThat(reading.aside()).contains(0, 8, 9, 10, 11);
    }

    @Test
    void anUnknownLayoutBecomesAFlatList() {
        Reading reading = read("会议记录", "路灯不亮，群众反映多。", "整改情况：已修复。", "井盖破损。");
        assertThat(reading.flat()).isTrue();
        assertThat(reading.problems()).extracting(ProposedProblem::text, ProposedProblem::progress).containsExactly(tuple("路灯不亮，群众反映多", "已修复。"), tuple("井盖破损", null));
    }

    @Test
    void oneLineIsAlsoAList() {
        assertThat(titles(read("路灯不亮"))).containsExactly("路灯不亮");
    }

    // tables

    @ParameterizedTest
    @ValueSource(strings = {"整改措施", "整改举措"})
    void aHeaderOfTwoRowsNamesTheColumnsTogether(String measures) {
        String[] top = {"序号", "反馈问题", "", "责任科室", measures, "完成时限", "整改进展情况"};
        String[] first = {"1", "作风建设", "调查研究走过场", "办公室", "每月下沉两次", "2026年6月", "已下沉三次"};
        String[] second = {"2", "", "文件照抄照转", "办公室", "逐件核稿", "2026年6月", "已核二十件"};
        for (String[] beneath : List.of(new String[] {"", "方面", "具体问题", "", "", "", ""}, new String[] {"序号", "方面", "具体问题", "责任科室", measures, "完成时限", "整改进展情况"})) {
            for (Reading reading : List.of(read("清单.xlsx", Letters.xlsx(top, beneath, first, second)), read("清单.docx", new Word().line("问题清单").table(top, beneath, first, second).spanning(0, 1, 2).bytes()))) {
                assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::measures, ProposedProblem::progress)
                        .containsExactly(tuple("作风建设", "调查研究走过场", List.of("每月下沉两次"), "已下沉三次"), tuple("作风建设", "文件照抄照转", List.of("逐件核稿"), "已核二十件"));
                assertThat(reading.unplaced()).isEmpty();
            }
        }
    }

    @Test
    void aSecondHeaderRowMayNameOnlyWhatBecameOfTheProblems() {
        Reading reading = read("清单.xlsx", Letters.xlsx(new String[] {"序号", "反馈问题", "整改情况", ""}, new String[] {"", "", "整改措施", "整改进展"}, new String[] {"1", "路灯不亮", "逐盏检修", "已修复"}));

        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::measures, ProposedProblem::progress).containsExactly(tuple("路灯不亮", List.of("逐盏检修"), "已修复"));
    }

    @Test
    void problemsMayBeCountedInWords() {
        Reading reading = read("巡察反馈意见", "一、存在的主要问题", "第一个问题是学习走过场。全年只有三次。", "第二个问题：台账不全。", "第三个问题是超标准接待。涉及两个科室。");

        assertThat(titles(reading)).containsExactly("学习走过场", "台账不全", "超标准接待");
        assertThat(reading.unplaced()).isEmpty();
    }

    @Test
    void aTableWithNamedColumnsIsRead() {
        byte[] file = Letters.xlsx(new String[] {"巡察反馈问题整改清单"}, new String[] {"序号", "所属方面", "反馈问题", "具体表现", "责任科室", "整改进展"},
                new String[] {"1", "作风建设", "检查走过场", "全年两次。", "督查科", "已按月检查。"}, new String[] {"2", "", "台账不全", "", "督查科", ""});
        Reading reading = read("清单.xlsx", file);
        assertThat(reading.problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::text, ProposedProblem::progress)
                .containsExactly(tuple("作风建设", "检查走过场", "全年两次。", "已按月检查。"), tuple("作风建设", "台账不全", "台账不全", null));
        assertThat(reading.title()).isEqualTo("巡察反馈问题整改清单");
    }

    @Test
    void aRowOfTotalsIsNoProblem() {
        String[] heading = {"序号", "方面", "反馈问题", "具体表现"};
        String[][] rows = {{"1", "党建", "记录不全", "缺三本"}, {"", "小 计", "1个问题", ""}, {"2", "", "学习不深入", "仅4次"}, {"合计", "", "", "2个问题"}};
        for (Reading reading : List.of(read("清单.xlsx", Letters.xlsx(heading, rows[0], rows[1], rows[2], rows[3])), read("清单.docx", new Word().line("问题清单").table(heading, rows[0], rows[1], rows[2], rows[3]).bytes()))) {
            assertThat(titles(reading)).containsExactly("记录不全", "学习不深入");
            assertThat(aspects(reading)).containsExactly("党建");
            assertThat(reading.aside()).extracting(index -> reading.paragraphs().get(index).text()).contains("小 计｜1个问题", "合计｜2个问题");
        }
        assertThat(titles(read("清单.xlsx", Letters.xlsx(new String[] {"方面", "序号", "问题"}, new String[] {"党建", "1", "记录不全"}, new String[] {"党建", "共计", "1个"}, new String[] {"业务", "2", "合计口径不一"})))).containsExactly("记录不全", "合计口径不一");
        assertThat(titles(read("清单.xlsx", Letters.xlsx(new String[] {"整改问题一览"}, new String[] {"1", "路灯不亮", "三处"}, new String[] {"总计", "1个", ""})))).containsExactly("整改问题一览", "路灯不亮");
    }

    @Test
    void aTableWithoutNamedColumnsIsAFlatList() {
        Reading reading = read("清单.xlsx", Letters.xlsx(new String[] {"整改问题一览"}, new String[] {"1", "路灯不亮", "三处"}, new String[] {"2", "井盖破损", "两处"}));
        assertThat(reading.flat()).isTrue();
        assertThat(reading.problems()).extracting(ProposedProblem::title, ProposedProblem::text).containsExactly(tuple("整改问题一览", "整改问题一览"), tuple("路灯不亮", "路灯不亮\n三处"), tuple("井盖破损", "井盖破损\n两处"));
    }

    @Test
    void rowsThatSoundLikeHeadingsAreStillRows() {
        Reading reading = read("清单.xlsx", Letters.xlsx(new String[] {"问题", "整改情况"}, new String[] {"会议记录问题", "已补"}, new String[] {"台账问题", "2次"}));
        assertThat(titles(reading)).containsExactly("会议记录问题", "台账问题");
        assertThat(titles(read("清单.xlsx", Letters.xlsx(new String[] {"问题"}, new String[] {"路灯不亮"}, new String[] {"井盖破损"})))).containsExactly("路灯不亮", "井盖破损");
    }

    @Test
    void tablesInWordAreReadToo() {
        byte[] file = new Word().line("问题清单").table(new String[] {"方面", "问题", "整改情况"}, new String[] {"作风", "走过场", "已改"}, new String[] {"", "台账不全", "已补"}).bytes();
        assertThat(read("清单.docx", file).problems()).extracting(ProposedProblem::aspect, ProposedProblem::title, ProposedProblem::progress)
                .containsExactly(tuple("作风", "走过场", "已改"), tuple("作风", "台账不全", "已补"));
        byte[] framed = new Word().table(new String[] {"一、存在问题"}, new String[] {"（一）作风不实方面"}, new String[] {"1.检查走过场。"}).bytes();
        assertThat(titles(read("框.docx", framed))).containsExactly("检查走过场");
    }

    @Test
    void deletedWordsAreNotRead() {
        byte[] file = new Word().line("一、存在问题").line("（一）作风不实方面").deleted("1.检查走过场。", "此句已删。").bytes();
        assertThat(read("修订.docx", file).paragraphs().get(2).text()).isEqualTo("检查走过场。");
    }

    // encodings

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16"})
    void textIsReadInEveryUsualEncoding(String charset) {
        String text = "一、存在问题\r\n（一）作风不实方面\r\n1.检查走过场。\r\n";
        assertThat(titles(read("a.txt", text.getBytes(Charset.forName(charset))))).containsExactly("检查走过场");
        assertThat(titles(read("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))).containsExactly("检查走过场");
    }

    // refusals

    private static void refused(Kind kind, String reason, String name, byte[] content) {
        assertThatThrownBy(() -> read(name, content)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind)).hasMessageContaining(reason);
    }

    @Test
    void otherKindsOfFilesAreRefused() {
        byte[] word = Letters.docx(List.of("一、存在问题"));
        refused(Kind.WRONG_FILE_TYPE, "另存为 docx", "函.doc", new byte[] {1});
        refused(Kind.WRONG_FILE_TYPE, "另存为 xlsx", "清单.xls", new byte[] {1});
        refused(Kind.WRONG_FILE_TYPE, "Word 版", "扫描.pdf", new byte[] {1});
        refused(Kind.WRONG_FILE_TYPE, "可上传", "宏.docm", word);
        refused(Kind.WRONG_FILE_TYPE, "可上传", "无扩展名", word);
        refused(Kind.WRONG_FILE_TYPE, "内容与扩展名不符", "a.docx", Letters.zip("照片.txt", "x"));
        refused(Kind.WRONG_FILE_TYPE, "内容与扩展名不符", "a.xlsx", word);
        refused(Kind.WRONG_FILE_TYPE, "内容与扩展名不符", "a.txt", word);
        refused(Kind.WRONG_FILE_TYPE, "内容与扩展名不符", "a.docx", "text".getBytes(StandardCharsets.UTF_8));
        refused(Kind.WRONG_FILE_TYPE, "加了密码", "a.docx", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
        refused(Kind.WRONG_FILE_TYPE, "不是文本文件", "a.txt", new byte[] {1, 2, 3, 0});
        refused(Kind.INPUT, "请选择", "", new byte[0]);
    }

    @Test
    void macrosAndWhatReachesOutAreRefused() {
        byte[] word = Letters.docx(List.of("一、存在问题"));
        refused(Kind.WRONG_FILE_TYPE, "含有宏", "a.docx", Letters.with(word, "word/vbaProject.bin", "x"));
        String relationship = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r9\" TargetMode=\"External\" Target=\"http://example.org/a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\"/></Relationships>";
        refused(Kind.WRONG_FILE_TYPE, "外部", "a.docx", Letters.with(word, "word/_rels/settings.xml.rels", relationship.formatted("attachedTemplate")));
        refused(Kind.WRONG_FILE_TYPE, "外部", "a.xlsx", Letters.with(Letters.xlsx(new String[] {"问题"}), "xl/externalLinks/externalLink1.xml", "<x/>"));
        assertThat(read("a.docx", Letters.with(word, "word/_rels/comments.xml.rels", relationship.formatted("hyperlink"))).problems()).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        refused(Kind.TOO_LARGE, "20 MB", "a.docx", new byte[50 * 1024 * 1024]);
        refused(Kind.TOO_LARGE, "解压后过大", "a.docx", Letters.zip("[Content_Types].xml", "", "word/document.xml", " ".repeat(17 * 1024 * 1024)));
        refused(Kind.TOO_LARGE, "50万字", "a.txt", "“一。".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeReadIsSaidSo() {
        byte[] word = Letters.docx(Letters.bulletinOfFourteen());
        refused(Kind.INPUT, "空文件", "a.docx", new byte[0]);
        refused(Kind.INPUT, "空文件", "a.txt", new byte[0]);
        refused(Kind.INPUT, "没有文字", "a.txt", " \n\n".getBytes(StandardCharsets.UTF_8));
        refused(Kind.INPUT, "没有文字", "a.docx", Letters.docx(List.of("")));
        refused(Kind.INPUT, "没有文字", "a.xlsx", Letters.xlsx());
        refused(Kind.INPUT, "只有图片", "扫描.docx", new Word().picture().bytes());
        refused(Kind.INPUT, "读不出来", "a.docx", Arrays.copyOf(word, word.length / 2));
        refused(Kind.INPUT, "读不出来", "a.docx", Letters.with(word, "word/document.xml", "<w:document>"));
        refused(Kind.INPUT, "读不出来", "a.docx", Letters.with(word, "word/document.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"));
        refused(Kind.INPUT, "读不出来", "a.xlsx", Letters.with(Letters.xlsx(new String[] {"问题"}), "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='x'><c r='!' t='s'><v>99</v></c></row></sheetData></worksheet>"));
        refused(Kind.INPUT, "编码", "a.txt", new byte[] {(byte) 0xff, (byte) 0x30, (byte) 0xff, (byte) 0xff});
    }
}

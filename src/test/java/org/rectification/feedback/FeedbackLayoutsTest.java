package org.rectification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.feedback.Letters.Word;

/** Whole documents, each laid out in its own way: a reader counts the same aspects and problems in it, and nothing is left over. */
class FeedbackLayoutsTest {

    record Document(String layout, String name, byte[] content, int aspects, int problems) {

        @Override
        public String toString() {
            return layout;
        }
    }

    @ParameterizedTest
    @MethodSource({"typed", "word", "tables"})
    void aReaderCountsTheSame(Document document) {
        Reading reading = FeedbackFile.of(document.name(), document.content()).read();

        assertThat(reading.problems()).as(reading.problems().toString()).hasSize(document.problems()).allSatisfy(problem -> {
            assertThat(problem.title()).isNotBlank().doesNotMatch("问题[一二]?").doesNotMatch("^[（(]?[一二三四五六七八九十\\d１２３]{1,2}[）)、.．].*").doesNotEndWith("整改情况");
            assertThat(problem.text()).isNotBlank();
        });
        assertThat(reading.problems().stream().map(ProposedProblem::aspect).distinct().filter(aspect -> aspect != null)).hasSize(document.aspects());
        assertThat(reading.unplacedTexts()).isEmpty();
        assertThat(reading.flat()).isFalse();
    }

    private static Document txt(String layout, int aspects, int problems, String text) {
        return new Document(layout, "反馈.txt", Letters.txt(text.lines().toList()), aspects, problems);
    }

    private static Document docx(String layout, int aspects, int problems, Word word) {
        return new Document(layout, "反馈.docx", word.bytes(), aspects, problems);
    }

    static Stream<Document> typed() {
        return Stream.of(
                txt("half-width numbers", 2, 4, """
                        关于巡察某区园林局党组的反馈意见
                        一、存在的主要问题
                        (一)履行主体责任方面
                        1.学习走过场.全年集中学习只有三次。
                        2.意识形态工作责任制不落实。没有研判记录。
                        (二)作风建设方面
                        1.下基层少。
                        2.文山会海没有减少。
                        二、意见建议
                        1.提高认识。
                        2.抓紧整改。
                        """),
                txt("full-width numbers", 2, 3, """
                        关于对某县水务局党组巡察的反馈意见
                        一、巡察发现的主要问题
                        （一）落实上级决策部署有差距方面
                        １．河长巡河记录造假。抽查十份有四份时间重叠。
                        ２．农村饮水项目进展滞后。
                        （二）选人用人方面
                        １．干部轮岗不及时。五名股长任职超过八年。
                        """),
                txt("顿号 after every number", 2, 4, """
                        巡察反馈问题整改情况通报
                        一、反馈问题整改情况
                        （一）、思想建设方面
                        1、理论学习不深入的问题。整改情况：已制定学习计划。
                        2、谈心谈话不经常的问题。整改情况：班子成员已谈话一轮。
                        （二）、财务管理方面
                        1、报销手续不全的问题。整改情况：已补办手续。
                        2、往来账款长期未清的问题。整改情况：已清理八笔。
                        二、下一步打算
                        1、继续巩固成果。
                        """),
                txt("problems run on across aspects", 3, 6, """
                        巡察整改进展情况通报
                        一、高度重视，加强组织领导
                        成立专班，逐项推进。
                        二、巡察反馈问题整改落实情况
                        （一）党的领导弱化
                        1.“三重一大”事项集体研究不够。整改情况：已修订议事规则。
                        2.班子会议记录不规范。整改情况：已专人记录。
                        （二）党的建设缺失
                        3.发展党员把关不严。整改情况：已补齐材料。
                        （三）全面从严治党不力
                        4.廉政谈话流于形式。整改情况：已重新谈话。
                        5.公车管理混乱。整改情况：已封存两辆。
                        6.招投标监管缺位。整改情况：已移交线索。
                        三、下一步工作打算
                        持续用力，久久为功。
                        联系电话：0000-7654321；邮政编码：000000
                        """),
                txt("headings run into their text", 3, 5, """
                        关于巡察整改情况的通报
                        一、巡察反馈问题的整改情况
                        （一）城乡环卫一体化推进不力方面。1处中转站闲置多年，已重新启用。
                        （二）违建治理不彻底方面
                        1.关于存量违建底数不清的问题。通过航拍比对，重新登记造册。
                        2.关于“拆而复建。边拆边建”的问题。已建立巡查机制，正在销号。
                        （三）队伍管理宽松方面
                        1.关于协管员无证上岗的问题：已组织培训考试。
                        2.关于执法记录仪使用率低的问题；已纳入考核。
                        """),
                txt("aspects that are problems themselves", 5, 5, """
                        中共某局党委关于巡察整改进展情况的通报
                        一、巡察反馈意见整改落实情况
                        （一）贯彻新发展理念有偏差方面。调整了项目库。
                        （二）防范化解风险意识不强方面。完善了预案。
                        （三）机关党建“灯下黑”方面。支部书记逐一述职。
                        （四）干部担当作为不够方面。出台了容错办法。
                        （五）信访积案化解不力方面。领导包案，已化解七件。
                        二、下一步工作安排
                        不松劲、不停步。
                        """),
                txt("no aspects", 0, 4, """
                        关于反馈问题的整改清单
                        1、垃圾分类示范小区名不副实。
                        2、公厕夜间不开放。
                        3、共享单车乱停放。
                        4、路名牌破损长期无人更换。
                        """),
                txt("关于“……”问题的整改", 0, 3, """
                        巡察反馈问题整改情况公示
                        一、关于“对下属公司。监管不严”问题的整改
                        整改措施：一是约谈负责人；二是派驻监督员。
                        整改成效：已建立月报制度。
                        二、关于“渣土车带泥上路”问题的整改情况
                        整改措施：一是设卡冲洗；二是联合执法。
                        整改成效：处罚二十三起。
                        三、关于“公厕管护不到位”问题的整改落实情况
                        整改措施：一是定人定岗。
                        整改成效：投诉下降。
                        """),
                txt("numbered progress beneath every problem", 1, 3, """
                        整改进展情况报告
                        一、反馈问题整改进展情况
                        （一）行政执法方面
                        1.案卷制作不规范。
                        整改情况：
                        （1）评查案卷六十份。
                        （2）培训两期。
                        2.自由裁量随意。
                        整改情况：
                        （1）修订裁量基准。
                        3.罚没物品保管不善。
                        整改情况：
                        （1）清点入库。
                        （2）更换锁具。
                        """),
                txt("一是 and 二是 are measures", 1, 2, """
                        巡察反馈问题整改方案
                        一、存在问题及整改措施
                        （一）服务群众方面
                        1.热线工单超期办理。一是每日通报；二是超期约谈；三是纳入考核。
                        2.窗口“中梗阻”没有打通。一是推行一窗受理；二是公布时限。
                        """),
                txt("only circled numbers beneath an aspect", 1, 3, """
                        反馈意见
                        一、主要问题
                        （一）政治生态方面
                        ①圈子文化没有肃清。
                        ②民主集中制执行不严。
                        ③述责述廉避重就轻。
                        """),
                txt("第一部分 and 第二部分", 2, 3, """
                        巡察情况反馈
                        第一部分 基本情况
                        该局现有干部八十人。
                        第二部分 发现的主要问题
                        一、落实主体责任方面
                        （一）党组会很少研究党建。
                        （二）考核结果不运用。
                        二、落实监督责任方面
                        （一）内部审计多年未开展。
                        第三部分 整改要求
                        一、限期两个月整改。
                        """),
                txt("steps such as 1.1", 2, 4, """
                        专项检查反馈
                        一、发现问题
                        1. 市政设施方面
                        1.1 井盖缺失未及时补装。
                        1.2 人行道破损严重。
                        2. 园林绿化方面
                        2.1 行道树枯死未补植。
                        2.2 绿地被占用停车。
                        """),
                txt("aspects and problems named by their words, each in its own way", 2, 4, """
                        问题清单
                        方面一：党的领导弱化
                        问题1.议事规则不健全
                        具体表现：多年未修订。
                        问题2：重大事项决策不规范。
                        方面二：纪律松弛
                        【问题3】公车私用。节假日使用公车2次。
                        问题四、违规发放补贴。涉及12人。
                        """),
                txt("问题1 and 问题2", 0, 2, """
                        巡察反馈问题清单
                        问题1：餐厨垃圾收运覆盖率低。只覆盖一半学校。
                        问题2：户外广告审批滞后。平均超期九天。
                        """),
                txt("aspects without numbers", 2, 3, """
                        巡察反馈意见
                        巡察发现的主要问题有：
                        贯彻民主集中制方面
                        1.个别事项先办后议。
                        2.末位表态制度不落实。
                        执行财经纪律方面
                        1.超标准列支培训费。
                        """),
                txt("four levels", 2, 4, """
                        关于对某局党组开展常规巡察的反馈意见
                        一、巡察发现的主要问题
                        （一）聚焦党的路线方针政策落实情况方面
                        1.城市更新推进缓慢
                        （1）老旧小区改造未按期完工。
                        （2）加装电梯审批环节多、耗时长。
                        2.污染防治存在短板
                        （1）扬尘管控不严。
                        （二）聚焦群众身边不正之风方面
                        1.工程领域廉政风险突出
                        （1）小额工程化整为零规避招标。
                        二、下一步整改意见
                        （一）压实责任。
                        """),
                txt("a whole aspect in one paragraph", 2, 5, """
                        反馈意见
                        一、存在的主要问题
                        （一）党建方面。1.换届超期。整改情况：已换届。2.记录不全。整改情况：已补。
                        （二）作风方面。主要表现在：（1）检查走过场；（2）督办不力；（3）信息迟报。
                        """),
                txt("the problem part among others", 2, 3, """
                        中共某局党组关于巡察整改进展情况的通报
                        根据市委统一部署，市委巡察组对市城管局党组进行了巡察。按照有关要求，现将整改进展情况予以公布。
                        一、党组履行整改主体责任情况
                        （一）提高政治站位。局党组先后召开会议。
                        （二）强化组织领导。成立领导小组。
                        二、巡察反馈重点问题整改落实情况
                        （一）关于学习贯彻不深入的问题
                        1．关于“学习计划不落实”的问题。
                        整改进展：已完成并长期坚持。
                        一是修订学习制度。二是建立档案。
                        2．关于“研讨发言照本宣科”的问题。
                        整改进展：正在整改。
                        （二）关于担当作为不够的问题
                        3．关于“难事往上推”的问题。
                        整改进展：已完成。
                        三、巡察反馈移交的信访件和问题线索办理情况
                        共移交线索3件，已办结2件。
                        四、下一步工作安排
                        （一）强化政治引领。
                        欢迎广大干部群众监督。联系方式：电话0000-1111111；电子邮箱：a@b.c。
                        中共某局党组
                        二〇二五年十二月一日
                        """),
                txt("problems announced as 问题：", 2, 3, """
                        巡察反馈问题整改台账
                        一、党的建设方面
                        1、问题：支部活动记录不完整。
                        整改措施：补记。
                        整改时限：2026年3月
                        2、问题：党费收缴滞后。
                        整改措施：按月收缴。
                        二、业务方面
                        1、问题：道路养护不及时。
                        2、整改措施：建立巡查制度。
                        3、整改情况：已补修。
                        """),
                txt("a number and 问题一：", 0, 2, """
                        存在问题及整改措施
                        1．问题一：环境卫生死角多
                        整改措施：专项清理
                        2．问题二：保洁员配备不足
                        整改措施：招聘20人
                        """),
                txt("measures, results and persons numbered beneath every problem", 2, 3, """
                        巡察反馈问题整改情况
                        一、落实党的路线方针政策方面（共2个问题）
                        （一）关于“对口帮扶工作不扎实”问题
                        1.整改措施：
                        （1）制定方案。
                        （2）每月走访。
                        2.整改成效：已走访6次。
                        3.完成情况：已完成
                        4.责任领导：张某
                        （二）关于“营商环境有短板”问题
                        1.整改措施：压缩审批时限。
                        2.整改成效：平均提速3天。
                        二、群众身边腐败和作风方面（共1个问题）
                        （一）关于“吃拿卡要”问题
                        1.整改措施：公开投诉电话。
                        """),
                new Document("GBK", "反馈.txt", "反馈意见\r\n一、存在问题\r\n（一）作风不实方面\r\n1.检查走过场。\r\n2.台账不全。\r\n".getBytes(Charset.forName("GBK")), 1, 2));
    }

    static Stream<Document> word() {
        Word automatic = new Word().line("关于巡察反馈意见的函");
        BigInteger list = automatic.list("chineseCountingThousand %1、", "chineseCounting （%2）", "decimal %3.", "decimal （%4）");
        automatic.numbered(list, 0, "存在的主要问题").numbered(list, 1, "党建工作方面").numbered(list, 2, "支部换届超期。").numbered(list, 2, "党费收缴不及时。")
                .numbered(list, 1, "业务工作方面").numbered(list, 2, "路灯亮灯率低。").numbered(list, 0, "意见建议").numbered(list, 1, "限期整改。");

        Word mixed = new Word().line("巡察反馈意见").line("一、存在问题").line("（一）环卫管理方面");
        BigInteger first = mixed.list("decimal %1.");
        mixed.numbered(first, 0, "保洁有死角。").line("背街小巷一周无人清扫。").numbered(first, 0, "车辆带病上路。").line("（二）市容管理方面");
        BigInteger second = mixed.list("decimal %1.");
        mixed.numbered(second, 0, "店外经营反弹。").numbered(second, 0, "小广告清理不及时。");

        Word styled = new Word().line("巡察反馈意见").heading(1, "存在的主要问题").heading(2, "选人用人方面").heading(3, "超职数配备干部").line("超配两名。").heading(3, "档案审核不严").line("三份档案材料不全。")
                .heading(2, "执行八项规定方面").heading(3, "违规发放津补贴").line("涉及四个科室。").heading(1, "整改要求").line("两个月内报送整改情况。");

        Word contents = new Word().line("巡察整改情况通报").line("一、反馈问题整改情况\t1").line("二、下一步打算\t6").line("一、反馈问题整改情况").line("（一）停车管理方面").line("1.泊位数据不准。整改情况：已普查。")
                .line("2.收费公示不规范。整改情况：已更换标牌。").line("二、下一步打算").line("1.常态巡查。");

        Word broken = new Word().line("巡察反馈意见").line("一、存在问题\n（一）履职方面\n1.审批超时。\n2.监管缺位。").line("（二）廉洁方面\n1.公款吃喝未杜绝。");
        return Stream.of(docx("Word's own numbers, four levels", 2, 3, automatic), docx("Word's numbers beneath typed headings, beginning again", 2, 4, mixed), docx("heading styles without numbers", 2, 3, styled),
                docx("a table of contents", 1, 2, contents), docx("line breaks instead of paragraphs", 2, 3, broken));
    }

    static Stream<Document> tables() {
        Word table = new Word().line("巡察反馈问题整改清单").table(new String[] {"序号", "方面", "具体问题", "整改措施", "整改时限"}, new String[] {"1", "党建", "主题党日走样", "按月检查", "2026年6月"},
                new String[] {"2", "", "积极分子培养脱节", "建档跟踪", "2026年6月"}, new String[] {"3", "业务", "工地围挡不达标", "逐处整治", "2026年7月"}).line("某市城市管理局");
        Word told = new Word().line("关于反馈问题整改情况的报告").line("根据市委巡察组反馈意见，现将整改情况报告如下。").table(new String[] {"反馈问题", "整改情况"}, new String[] {"夜间施工扰民", "已设噪声监测"}, new String[] {"违规占道", "已清理"});
        return Stream.of(docx("a Word table whose aspects stand once", 2, 3, table), docx("a table after an introduction", 0, 2, told),
                new Document("a sheet with headings of two lines above", "清单.xlsx", Letters.xlsx(new String[] {"某局巡察整改问题清单"}, new String[] {"填报单位：某局"}, new String[] {"序号", "问题类别", "问题表述", "责任单位"},
                        new String[] {"1", "作风建设", "调查研究不深入", "办公室"}, new String[] {"2", "作风建设", "文件照抄照转", "办公室"}, new String[] {"3", "廉政建设", "采购验收走形式", "财务科"}), 2, 3));
    }
}

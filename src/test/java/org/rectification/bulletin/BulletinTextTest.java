package org.rectification.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectification.bulletin.Block.Heading;
import org.rectification.bulletin.Block.Paragraph;
import org.rectification.bulletin.Block.Table;
import org.rectification.organization.Person;
import org.rectification.rectification.Completion;
import org.rectification.refusal.Refusal;

/** What each audience reads; figures as in published bulletins: 31 problems in 10 aspects, 25 done. */
class BulletinTextTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final LocalDateTime NOW = DAY.atTime(9, 0);

    final List<Section> sections = new ArrayList<>();
    final List<Withholding> withholdings = new ArrayList<>();

    /** Problems 1–25 are done; three a aspect, but for the last. */
    static BulletinFacts facts(Integer declared) {
        List<ProblemFacts> each = IntStream.rangeClosed(1, 31).mapToObj(n -> new ProblemFacts(n, Math.min(10, (n + 2) / 3), n <= 25, n <= 20, Completion.of(n <= 25 ? 2 : 1, 2),
                n <= 25 ? null : DAY.plusDays(30), n <= 25 ? null : DAY, n == 26 ? 1 : 0, n == 27, n == 28 ? 1 : 0, false)).toList();
        return new BulletinFacts("X-1", "市委第二巡察组", "市城市管理局", DAY.minusDays(100), DAY, declared, Completion.of(25, 31), Completion.of(56, 62), Completion.of(3, 7), each, null);
    }

    BulletinText text(BulletinFacts facts) {
        add(Section.TITLE, "通报");
        add(Section.OVERVIEW, "总体向好。");
        for (int aspect = 1; aspect <= 10; aspect++) add(Section.aspect(aspect), "第" + aspect + "个方面");
        for (int n = 1; n <= 31; n++) {
            add(Section.problemTitle(n), "管理不到位的情况" + n);
            add(Section.problemText(n), "");
            add(Section.problemDone(n), "已制定办法并按月检查。");
        }
        return new BulletinText(new Bulletin(facts, 1, new Contacts("010-1", null, "某街1号"), NOW), sections, withholdings, new ExposureScan(List.of("高翔", "王芳"), Map.of()));
    }

    void add(String key, String text) {
        if (sections.stream().noneMatch(section -> section.key().equals(key))) sections.add(new Section(key, sections.size(), text, null, null, null));
    }

    void withhold(Integer problem, String passage, Boolean approved, String consent) {
        withholdings.add(new Withholding(withholdings.size(), problem, passage, Ground.OTHER, "理由", "office1", NOW, approved, null, null, consent, null, false));
    }

    static String words(BulletinText text, Audience audience) {
        return text.blocks(audience).stream().map(Block::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void figuresComeWithTheirFormulaRoundedDownAndDeclaredBesideRegistered() {
        BulletinText text = text(facts(30));
        assertThat(words(text, Audience.PARTY)).contains("反馈意见指出问题30个，登记31个", "25个问题的整改任务全部核查销号，6个尚未完成", "80.6%，即25÷31", "90.3%，即56÷62", "42.8%，即3÷7");
        List<Table> tables = text.blocks(Audience.PARTY).stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
        assertThat(tables.get(0).rows()).hasSize(11).contains(List.of("第9个方面", "3", "1", "2", "33.3%"), List.of("合计", "31", "25", "6", "80.6%"));
        assertThat(tables.get(1).rows()).hasSize(6);
    }

    @Test
    void aProblemIsDoneOrNotAndSaysUntilWhen() {
        BulletinFacts facts = facts(null);
        assertThat(facts.problem(1).status()).isEqualTo("已完成并长期坚持");
        assertThat(facts.problem(21).status()).isEqualTo("已完成");
        assertThat(facts.problem(26).status()).isEqualTo("未完成（2项任务已销号1项），时限2026年12月22日（原定2026年11月22日，延期1次）");
        assertThat(facts.problem(27).status()).contains("客观受阻");
        assertThat(facts.problem(28).status()).contains("回头看发现反弹");
    }

    @Test
    void whatIsWithheldIsCountedButNotTold() {
        add(Section.OVERVIEW, "管理不到位的情况30已有起色，查明甲公司欠款。");
        add(Section.problemDone(1), "约谈甲公司。");
        withhold(30, null, null, null);
        withhold(28, null, false, null);
        withhold(null, "甲公司", true, "函");
        BulletinText text = text(facts(31));
        String toPublic = words(text, Audience.PUBLIC);
        assertThat(toPublic).doesNotContain("情况30", "甲公司").contains("管理不到位的情况28", "有1个按规定不予公开，已计入上述数字", "另有1个问题按规定不予公开", "80.6%，即25÷31", "有3处文字按规定不予公开",
                "已制定办法并按月检查。");
        assertThat(words(text, Audience.PARTY)).contains("情况30", "甲公司").doesNotContain("不予公开，");
    }

    /** As {@link #facts}, with deadlines of problems 26 to 31. */
    static BulletinFacts due(LocalDate... deadlines) {
        BulletinFacts facts = facts(null);
        List<ProblemFacts> each = facts.each().stream().map(of -> of.done() ? of : new ProblemFacts(of.number(), of.aspect(), false, false, of.tasks(), deadlines[of.number() - 26], null, 0, of.blocked(), 0, false)).toList();
        return new BulletinFacts("X-1", "市委第二巡察组", "市城市管理局", DAY.minusDays(100), DAY, null, facts.problems(), facts.tasks(), facts.measures(), each, null);
    }

    @Test
    void theNextStepsOfThePublicVersionSpeakOfWhatItLists() {
        LocalDate soon = DAY.plusDays(30);
        BulletinFacts facts = due(soon, soon, soon, soon, DAY.plusDays(60), soon);
        add(Section.NEXT, NextSteps.of(facts));
        withhold(30, null, null, null);
        assertThat(words(text(facts), Audience.PARTY)).contains("对尚未完成的6个问题，按上表时限逐项推进，最迟于2027年1月21日前完成，完成一项");
        assertThat(words(text(facts), Audience.PUBLIC)).contains("对上表所列的5个问题，按上表时限逐项推进，最迟于2026年12月22日前完成，完成一项").doesNotContain("2027年1月21日");
        for (int problem : new int[] {26, 27, 28, 29, 31}) withhold(problem, null, null, null);
        assertThat(words(text(facts), Audience.PUBLIC)).contains("对已完成的问题巩固成效").doesNotContain("上表", "最迟", "2026年12月22日");
    }

    @Test
    void aDeadlineThatOnlyAWithheldProblemHasIsMaskedInWhatTheOfficeWroteOfTheNextSteps() {
        LocalDate soon = DAY.plusDays(30);
        add(Section.NEXT, "其余问题最迟于2027年1月21日前完成，2026年12月22日前调度一次。");
        withhold(30, null, null, null);
        assertThat(words(text(due(soon, soon, soon, soon, DAY.plusDays(60), soon)), Audience.PUBLIC)).contains("最迟于" + Wording.WITHHELD + "前完成，2026年12月22日前调度").doesNotContain("2027年1月21日");
    }

    @Test
    void noDeadlineThatHasPassedIsPromised() {
        LocalDate past = DAY.minusDays(1);
        assertThat(NextSteps.of(due(past, past, past, past, past, past))).startsWith("对尚未完成的6个问题，").contains("其中已超过时限的5个抓紧完成，").as("27 is blocked: its time stands still").doesNotContain("最迟", "均已");
        LocalDate soon = DAY.plusDays(30);
        assertThat(NextSteps.of(due(past, soon, past, soon, DAY, soon))).startsWith("对尚未完成的6个问题，按上表时限逐项推进，其中已超过时限的2个抓紧完成，其余最迟于2026年12月22日前完成，完成一项");
        assertThat(NextSteps.ofOpen(due(past, soon, past, soon, soon, soon), problem -> problem.number() == 26 || problem.number() == 28)).startsWith("对上表所列的2个问题，均已超过上表时限，抓紧完成，完成一项");
    }

    @Test
    void anAspectOfWhichNothingIsToldKeepsItsNameToItself() {
        add(Section.OVERVIEW, "一是资金管理方面，已经整改。");
        add(Section.aspect(1), "资金管理方面");
        IntStream.rangeClosed(1, 3).forEach(problem -> withhold(problem, null, true, "函"));
        List<Block> blocks = text(facts(31)).blocks(Audience.PUBLIC);
        assertThat(blocks.toString()).doesNotContain("资金管理").contains("本方面有3个问题按规定不予公开");
        assertThat(blocks).contains(new Heading(2, "（一）（按规定不予公开）"), new Heading(2, "（二）第2个方面"));
    }

    @Test
    void namesAndNumbersAreFoundWhereThePublicWouldReadThem() {
        add(Section.OVERVIEW, "高　翔负责，电话13912345678或0916-2345678，身份证61230119800101123X；王芳协助，邮箱a.b@c.example；投入15999万元，处罚15997张。");
        sections.add(new Section(Section.NEXT, 0, "王芳继续负责。", "由专人继续负责。", "office1", NOW));
        withhold(null, "王芳协助", null, null);
        BulletinText text = text(facts(31));
        assertThat(text.exposures()).extracting(Exposure::word).containsExactly("高翔", "61230119800101123X", "13912345678", "0916-2345678", "a.b@c.example");
        assertThat(text.exposures().get(0).excerpts()).singleElement().asString().contains("高　翔负责，电话");
        assertThat(text.exposures()).extracting(Exposure::place).containsOnly("总体情况");
    }

    @Test
    void problemsOfWhichNothingIsToldAreNamed() {
        add(Section.problemDone(2), " ");
        add(Section.problemDone(30), "");
        withhold(30, null, null, null);
        assertThat(text(facts(31)).untold()).containsExactly(2, 30);
    }

    @Test
    void noOneClearsAnIdentityNumber() {
        add(Section.OVERVIEW, "身份证61230119800101123X，电话13912345678。");
        BulletinText found = text(facts(31));
        BulletinText cleared = new BulletinText(found.bulletin(), sections, withholdings, new ExposureScan(List.of(), Map.of(Section.OVERVIEW, Map.of("61230119800101123X", "office1", "13912345678", "office1"))));
        assertThat(cleared.exposures()).filteredOn(Exposure::isOpen).extracting(Exposure::word).containsExactly("61230119800101123X");
        assertThat(cleared.hindrances()).singleElement().asString().contains("1处身份证号", "不得公开");
        assertThat(cleared.approvalMeans().toString()).contains("13912345678").doesNotContain("61230119800101123X");
        assertThat(found.hindrances()).hasSize(2).anyMatch(each -> each.contains("1处人员姓名"));
    }

    @Test
    void thePartyVersionSaysThatItIsOne() throws Exception {
        BulletinText text = text(facts(31));
        assertThat(text.blocks(Audience.PARTY).get(0)).isEqualTo(new Block.Marking("党内版"));
        assertThat(words(text, Audience.PUBLIC)).doesNotContain("党内版", "Marking");
        try (var document = new org.apache.poi.xwpf.usermodel.XWPFDocument(new java.io.ByteArrayInputStream(text.docx(Audience.PARTY)))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("党内版");
        }
    }

    @Test
    void everyPlaceOfANameIsShownAndCounted() {
        add(Section.OVERVIEW, "高翔牵头，王\u00a0芳协助；后由高 翔督办。");
        BulletinText text = text(facts(31));
        assertThat(text.exposures()).extracting(Exposure::word).containsExactly("王芳", "高翔");
        assertThat(text.exposures().get(1).excerpts()).hasSize(2);
        assertThat(text.hindrances()).singleElement().asString().contains("3处人员姓名");
    }

    @Test
    void whatAddressesAPersonIsPointedOutButHoldsNothingUp() {
        add(Section.OVERVIEW, "由张局长带队，李某某同志、王建国同志和陈×负责，高翔同志督办；赵副主任协调，孙志强所长配合，陈强镇长和黄陵县长到场。担任局长以来，党组书记、常务副局长和有关负责同志，领导小组组长，局党组书记，某公司，全体同志，金融局局长，金融办主任，高级工程师，许可科科长，周边环境，江河两岸。");
        BulletinText text = text(facts(31));
        assertThat(text.exposures()).filteredOn(each -> each.kind() == Exposure.Kind.ADDRESSED).extracting(Exposure::word)
                .containsExactly("张局长", "李某某同志", "王建国同志", "陈×", "赵副主任", "孙志强所长", "陈强镇长", "黄陵县长");
        assertThat(text.hindrances()).singleElement().asString().contains("1处人员姓名");
    }

    @Test
    void whoIsInNoRosterIsPointedOutToWhoeverPublishes() {
        add(Section.OVERVIEW, "对公厕管理员李四给予警告，外包公司经理王小明配合核查；收回李建军、王芳违规领取的补贴，李建军已退清。兴汉路、高铁站前广场、汉台区和梁山镇已整治，占道经营已清理，市容管理科定人定岗。");
        BulletinText text = text(facts(31));
        assertThat(text.exposures()).filteredOn(each -> each.kind() == Exposure.Kind.PERHAPS_NAME).extracting(Exposure::word, each -> each.excerpts().size())
                .containsExactly(tuple("李四", 1), tuple("王小明", 1), tuple("李建军", 2));
        assertThat(text.exposures()).extracting(Exposure::word).contains("王芳");
        assertThat(text.approvalMeans()).anyMatch(each -> each.contains("像是个人、尚无人核对：李四（总体情况）、王小明（总体情况）、李建军（总体情况）"));
        assertThat(text.hindrances()).singleElement().asString().contains("1处人员姓名");
    }

    @Test
    void nothingIsToldAsNought() {
        BulletinFacts none = new BulletinFacts("X-1", "市委第二巡察组", "市城市管理局", DAY, DAY, null, Completion.of(0, 31), Completion.of(0, 62), Completion.of(0, 7), facts(null).each(), null);
        assertThat(words(text(none), Audience.PARTY)).contains("尚没有问题完成全部整改任务的核查销号，31个尚未完成", "整改任务62项，尚无已销号的", "措施7条，尚无完成的").doesNotContain("，0", "号0", "成0");
    }

    @Test
    void thePublicVersionWaitsForEverythingThatStandsAgainstIt() {
        add(Section.OVERVIEW, "高翔负责。");
        withhold(30, null, null, null);
        withhold(29, null, true, null);
        withhold(null, "不在文中的话", true, "函");
        assertThat(text(facts(31)).hindrances()).hasSize(4).anyMatch(each -> each.contains("1处人员姓名")).anyMatch(each -> each.contains("尚待领导小组批准"))
                .anyMatch(each -> each.contains("巡察机构同意")).anyMatch(each -> each.contains("已不在通报中"));
    }

    @Test
    void aProblemIsNotPartedFromItsProgressNorTheContactsFromTheSignature() {
        add(Section.problemText(1), "第一段。\n第二段。");
        List<Block> blocks = text(facts(31)).blocks(Audience.PARTY);
        assertThat(blocks).contains(new Paragraph("问题表述：", "第一段。", false), new Paragraph("", "第二段。", true), new Paragraph("整改进度：", "已完成并长期坚持。", true),
                new Paragraph("整改情况：", "已制定办法并按月检查。", false), new Paragraph("", "通信地址：某街1号", true));
    }

    @Test
    void theSameBulletinIsTheSameFileDownToTheByte() {
        BulletinText text = text(facts(31));
        assertThat(text.docx(Audience.PARTY)).isEqualTo(text.docx(Audience.PARTY));
    }

    @Test
    void anApprovedBulletinStaysAsItIs() {
        Bulletin bulletin = new Bulletin(facts(31), 1, new Contacts(null, null, null), NOW);
        assertThat(bulletin.facts()).isEqualTo(facts(31));
        assertRefused(() -> bulletin.approved("leader1", NOW), "不能审定");
        bulletin.submitted("office1", NOW);
        assertRefused(() -> bulletin.frozen(facts(31), NOW), "已送领导小组审定");
        bulletin.returned();
        bulletin.submitted("office1", NOW);
        bulletin.approved("leader1", NOW);
        assertThat(bulletin.issuedOn()).isEqualTo(DAY);
        assertRefused(() -> bulletin.frozen(facts(31), NOW), "起草补充通报");
        assertRefused(() -> bulletin.signed("别人", null), "不能再改");
        bulletin.published("leader1", NOW);
        assertRefused(() -> bulletin.reachableAt(new Contacts("1", "2", "3")), "公开版已批准公开");
    }

    @Test
    void whatNobodyHasDecidedOnCanBeTakenBack() {
        Bulletin bulletin = new Bulletin(facts(31), 1, new Contacts("010-1", null, "某街1号"), NOW);
        assertRefused(bulletin::takenBack, "还没有送审");
        bulletin.submitted("office1", NOW);
        bulletin.takenBack();
        bulletin.frozen(facts(31), NOW);
        bulletin.submitted("office1", NOW);
        bulletin.approved("leader1", NOW);
        assertRefused(bulletin::takenBack, "已经审定");
    }

    @Test
    void theContactsThatWereApprovedStayAndOnlyMissingOnesAreFilledIn() {
        Bulletin bulletin = approvedWith(new Contacts("010-1", null, "某街1号"));
        bulletin.reachableAt(new Contacts("010-1", null, "某街1号"));
        assertRefused(() -> bulletin.reachableAt(new Contacts("010-2", null, "某街1号")), "审定");
        assertRefused(() -> bulletin.reachableAt(new Contacts("010-1", "a@b.cn", "某街1号")), "审定");
        Bulletin lacking = approvedWith(new Contacts("010-1", null, null));
        assertRefused(() -> lacking.reachableAt(new Contacts("010-2", "a@b.cn", null)), "审定");
        lacking.reachableAt(new Contacts("010-1", "a@b.cn", null));
        assertThat(lacking.contacts()).isEqualTo(new Contacts("010-1", "a@b.cn", null));
    }

    @Test
    void contactsStayWhileTheBulletinIsJudged() {
        Bulletin bulletin = new Bulletin(facts(31), 1, new Contacts(null, null, null), NOW);
        bulletin.submitted("office1", NOW);
        assertRefused(() -> bulletin.reachableAt(new Contacts("010-2", null, "某街1号")), "审定之前不能修改");
    }

    private static Bulletin approvedWith(Contacts contacts) {
        Bulletin bulletin = new Bulletin(facts(31), 1, contacts, NOW);
        bulletin.submitted("office1", NOW);
        bulletin.approved("leader1", NOW);
        return bulletin;
    }

    @Test
    void whoeverChangedAPartMeanwhileIsNamedUnlessItWasHimself() {
        Section changed = new Section(Section.OPENING, 0, "新的引言。", null, "office1", NOW);
        Map<String, String> people = Map.of("office1", "周敏");
        assertRefused(() -> changed.requireUnchangedSince("seen", new Person("office2", "何静", null, Set.of()), people), "周敏于11月22日09:00改过这一部分");
        assertRefused(() -> changed.requireUnchangedSince("seen", new Person("office1", "周敏", null, Set.of()), people), "可能是您在另一个窗口或上次保存时改的");
        changed.requireUnchangedSince(changed.mark(), new Person("office2", "何静", null, Set.of()), people);
    }

    private static void assertRefused(Runnable deed, String because) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(because);
    }
}

package org.rectification.feedback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How official documents word what is about problems and what is not. */
final class Wording {

    private static final Pattern AHEAD = Pattern.compile("^(?:下一步|下步|下一阶段|今后|后续|联系方式|监督方式)");
    private static final Pattern AROUND = Pattern.compile("^(?:(?:加强|强化|健全|压实|提高|严密|周密|精心)?(?:组织(?:领导|整改|落实|实施|保障|推进|开展|部署)|政治(?:站位|担当|责任)|思想认识)"
            + "|.{0,8}履行.{0,8}主体责任.{0,4}情况$|.{0,20}线索.{0,6}(?:办理|处置|核查).{0,4}情况$|高度重视|(?:巡察|巡视|整改)?(?:工作)?(?:总体|基本|开展|组织|推进|部署)+(?:情况|评价)|(?:主要|工作)(?:做法|成效|成绩)|取得的?(?:主要|明显)?(?:成效|成绩)"
            + "|.{0,20}(?:建议|要求|打算|安排|计划|思路)$)");
    private static final Pattern FINDING = Pattern.compile("不|未|没有|差距|薄弱|滞后|缺失|弱化|缓慢|漏洞|短板|欠[账帐]|方面[。：:]?$");
    private static final Pattern ONE_ASPECT = Pattern.compile("(?<!个)方面");
    private static final Pattern DEED = Pattern.compile("^(?:已|正在|通过|制定|修订|出台|印发|开展|组织|召开|成立|加强|加大|加快|建立|健全|完善|强化|严格|落实|推进|深化|规范|集中|对照|针对|深入|全面|及时|积极|持续|进一步|督促|明确|压实|细化|聚焦|坚持|抓好|举办|安排|邀请|结合|联合)");
    private static final Pattern STEP = Pattern.compile(DEED.pattern() + "|^.{0,60}(?<!尚未|没有|未能|未)(?:印发|起草|出台|制定|修订|召开|开展|成立|签订|落实了|完成|更换|推进)|^.{0,60}(?:(?<!不)(?<!为)了(?!解)|(?<!不)已(?!超|逾|过|久|达|连续|多年|长期)|正在|相继)"
            + "|^.{0,20}对.{0,40}进行|^(?:要求|会同|联合|牵头|整治|拆除|累计|约谈|检查|查处|暂扣|处罚|重新|观看|学习|清理|补|更换|调整|统一|逐|每|利用|按照.{0,40}[，,])");
    private static final String DONE = "已(?!超|逾|过|久|达|连续|多年|长期)";
    private static final Pattern FINISHED = Pattern.compile("^(?:" + DONE + "|正在)");
    private static final String TIME = "(?:目前|当前|现在?|截至[^，,]{0,12}|至今|对此|为此|[针对就][^，,]{0,20}|[^，,]{0,12}(?:期间|后|以来))[，,]?";
    private static final String OFFICE = "[^，,]{0,12}(?:局|科室?|组|委|单位|部门|公司|中心|大队|支部)[，,]?";
    private static final String SINCE = "(?:均|都|全部|现|也|分别|陆续)?(?:" + DONE + "(?!有|发生|闲置|被|损|停|出租|划定|连片)|正在|立即|随即|当即)";
    /** What an office has done is progress only where it mends: 已划定的停车位 tells nothing of it. */
    private static final String MENDING = "[^，,。；;]{0,16}?(?:修|更换|更新|补(?!贴|助|偿|充)|整改|整治|清理|清退|清收|收回|追回|退还|建立|完善|健全|制定|出台|印发|纠正|改正|完成|拆除|查处|处罚|约谈|检查|列入|纳入|启动|规范|公开|解决|办结|销号|加强|移交|召开)";
    private static final String FINISHES = "(?:立行立改|完成整改|整改(?:完成|到位|完毕|销号))";
    private static final Pattern PROGRESS = Pattern.compile("^(?:" + TIME + "(?:" + TIME + "|" + OFFICE + ")?)?" + SINCE + "|^(?:" + OFFICE + "){1,2}" + SINCE + MENDING
            + "|^" + FINISHES + "(?!后又|不|率|的|事项|情况|时)|(?:" + FINISHES + "|(?:已|均|都|全部)[^，,]{0,4}" + FINISHES + "(?=[，,]).*)[。；;！]?$");
    private static final Pattern FURTHER = Pattern.compile("^(?:(?:此外|另外|除此之外)[，,]?[^，,。；对]{0,15}?(?:发现|存在)|(?:同时[，,]?)?(?:(?:本次|此次)?(?:巡[察视]|检查)(?:期间|中|组)?[，,]?)?(?:还|另)发现)");
    /** Handed on by whoever found it, and mended by nobody. */
    private static final Pattern HANDED_ON = Pattern.compile("移[交送]|转交");
    /** Found and dealt with by whoever tells of it. */
    private static final Pattern OWN_FINDING = Pattern.compile("自查|举一反三|整改|一并|当场");
    private static final Pattern LOOKS_BACK = Pattern.compile("^(?:以上|上述)");
    private static final String MENDS = "(?:补齐|补上|补足|弥补|填补|堵塞|堵住|缩小|消除|查找|查摆|找准|清偿|清理|偿还|还清)";
    private static final Pattern FAILS = Pattern.compile("不到位|不力|不够|不严|不实|不足|不规范|不高|不深|不细|不全|不及时|滞后|薄弱|缺失|缺乏|混乱|没有(?!再|新)|未(?!来)|仍(?:有|然|存|不)|走过场|流于形式|长期(?!坚持|抓|机制)|避重就轻|照抄|雷同"
            + "|弱化|缓慢|(?<!不)仅|只有(?!.{0,20}才)|(?<!不)低于|(?<!" + MENDS + "[^，。；]{0,12})(?:差距|漏洞|短板|欠[账帐])");
    /** 台账由专人代记; no 理由 or 自由, no 由此. */
    private static final Pattern LEFT_TO_OTHERS = Pattern.compile("(?<![理自缘事原])由(?![此于])|代[笔记写抄办签]");
    private static final Pattern NAMES_PAPERS = Pattern.compile("^(?:学习|检查|调研|会议|组织|整改)(?:计划|记录|笔记|台账|材料|方案|内容|过程|生活|结果)");
    private static final Pattern BEGINS_STEP = Pattern.compile("^(?:推行|实行|纳入|公布|公开|定期|设立|增设|选派|派驻|引入)");
    private static final Pattern ABOUT_RECTIFICATION = Pattern.compile("整改(?:工作|任务|落实|完成|进展|推进)*(?:情况|进度|成效|结果)");
    private static final Pattern FOUND = Pattern.compile("存在|发现|主要|指出|措施|方案");
    private static final Pattern RECTIFIED = Pattern.compile("^关于.*问题的?整改");
    private static final Pattern ABOUT_PROBLEMS = Pattern.compile("(?:问题|反馈意见|巡[察视]意见|整改任务|反馈事项).{0,12}(?:整改|落实)|(?:存在|发现|反馈|指出|查找|突出|主要)的?.{0,6}问题|问题(?:清单|表现)|整改(?:落实|进展|完成)?(?:工作)?(?:进展|落实)?情况");
    private static final Pattern ONE_PROBLEM = Pattern.compile("^关于(?!巡|反馈|市|县|省|区|上级).*问题");
    private static final Pattern OPENS = Pattern.compile("巡[察视]|反馈|通报|根据|按照|如下[。：:]?$");
    private static final Pattern CLOSES = Pattern.compile("^(?:欢迎(?:广大|社会|各界|干部)|联系(?:方式|电话|人|地址|单位)|电子(?:邮箱|邮件)|邮政编码|通[信讯]地址|(?:监督|举报|咨询)电话|特此(?:通报|报告|函)|附件[：:\\d一]|抄送)");
    private static final Pattern DAY = Pattern.compile("[\\d〇零一二三四五六七八九]{4}\\s*[-年./]\\s*[\\d一二三四五六七八九十]{1,3}\\s*[-月./]\\s*[\\d一二三四五六七八九十]{1,3}\\s*日?");
    private static final Pattern OPENS_LETTER = Pattern.compile("[^。；;：:]{2,60}(?:党组|党委|工委|支部|委员会|局|办公?室?|中心|政府|单位|部门|科室|[支大]队|公司|同志们?)(?:[（(][^）)]*[）)])?[：:]|[^。，；：]{2,20}[〔\\[（(]\\d{4}[〕\\]）)]第?\\d{1,4}号");
    private static final Pattern ATTACHMENT = Pattern.compile("附件\\s*\\d{0,2}\\s*(?:[：:]|$)");
    private static final Pattern TITLE_OF_LIST = Pattern.compile("附件\\s*\\d{0,2}\\s*[：:]?|(?:附件\\s*\\d{0,2}\\s*[：:]\\s*)?[^。，；：]{0,30}(?:问题|整改|任务|措施)(?:整改)?(?:清单|台账|方案|一览表|汇总表|情况表)(?:[（(][^）)]*[）)])?");
    private static final Pattern DATED = Pattern.compile("(?:[^。，；：]{0,40}\\s*)?[\\d〇零一二三四五六七八九]{4}\\s*[-年./]\\s*[\\d一二三四五六七八九十]{1,3}\\s*[-月./]\\s*[\\d一二三四五六七八九十]{1,3}\\s*日?");
    private static final Pattern SIGNED = Pattern.compile("[^。，；：:、]{3,30}(?:局|党组|党委|党支部|委员会|办公室|领导小组|巡[察视]组|政府)");
    private static final Pattern LEADS_OVER = Pattern.compile("(?:主要|具体|突出)?(?:表现|问题|体现)[^。；]{0,8}[：:。]");
    private static final Pattern FILLED_IN = Pattern.compile("(?:填报|编制|报送|制表)(?:单位|科室|部门|人|日期|时间)[：:].{0,60}");
    private static final int NEAR_END = 12;
    private static final int LAST_LINES = 4;
    private static final int LONGEST_HEADING = 25;

    private Wording() {}

    /** Organisation, next steps, contacts: told, but no problems. */
    static boolean isBesideProblems(String text) {
        String heading = Heading.of(text).title();
        return AHEAD.matcher(heading).find() || AROUND.matcher(heading).find() && !FINDING.matcher(heading).find();
    }

    /** The part whose subdivisions are the aspects or problems. */
    static boolean isAboutProblems(String heading) {
        return ABOUT_PROBLEMS.matcher(heading).find() && !ONE_ASPECT.matcher(heading).find() && !FINDING.matcher(heading).find() && !ONE_PROBLEM.matcher(heading).find() && !isBesideProblems(heading);
    }

    /** 主要表现在： only leads from a heading to the problems beneath it. */
    static boolean leadsOver(String rest) {
        return rest.isEmpty() || LEADS_OVER.matcher(rest).matches();
    }

    static boolean namesFinding(String heading) {
        return FINDING.matcher(heading).find();
    }

    /** 关于…的问题 */
    static boolean namesOneProblem(String heading) {
        return ONE_PROBLEM.matcher(Heading.of(heading).title()).find();
    }

    /** Tells what somebody did about a problem. */
    static boolean tellsDeed(String text) {
        return DEED.matcher(text).find() && !namesFinding(Heading.of(text).title());
    }

    /** Tells a step towards putting a problem right, done or under way. */
    static boolean tellsStep(String sentence) {
        return STEP.matcher(bare(sentence)).find();
    }

    /** A step beyond doubt, also where findings are told. */
    static boolean isClearlyStep(String sentence) {
        return (tellsStep(sentence) || BEGINS_STEP.matcher(sentence).find()) && !fails(sentence) && !leavesToOthers(sentence) && !NAMES_PAPERS.matcher(sentence).find();
    }

    /** Says who did it in another's place. */
    static boolean leavesToOthers(String sentence) {
        return LEFT_TO_OTHERS.matcher(sentence).find();
    }

    /** Begins with what somebody did, and tells of nothing lacking. */
    static boolean opensWithDeed(String sentence) {
        return DEED.matcher(bare(sentence)).find() && !fails(sentence);
    }

    /** Says in its first word that something is done or under way. */
    static boolean tellsFinished(String sentence) {
        return FINISHED.matcher(bare(sentence)).find();
    }

    /** Tells of something done since, and of nothing lacking. */
    static boolean tellsProgress(String sentence) {
        return PROGRESS.matcher(bare(sentence)).find() && !fails(sentence);
    }

    /** 此外，还发现…: perhaps a problem of its own, wherever it stands, unless the sentence says itself what was done about it. */
    static boolean tellsFurther(String text) {
        Matcher further = FURTHER.matcher(text);
        if (!further.find() || further.group().matches(".*(?:自查|举一反三).*")) return false;
        String[] said = text.substring(further.end()).split("[。；;！]", 2)[0].split("[，,]");
        return IntStream.range(0, said.length).noneMatch(at -> !fails(said[at]) && (OWN_FINDING.matcher(said[at]).find() || at > 0 && tellsStep(said[at]) && !HANDED_ON.matcher(said[at]).find()));
    }

    /** May continue what is told above it: neither announced nor a step nor a word about all of it. */
    static boolean goesOn(String text) {
        return Passage.firstAnswer(text) > 0 && (!tellsStep(text) || fails(text)) && !LOOKS_BACK.matcher(text).find();
    }

    /** Tells what is lacking. */
    static boolean fails(String sentence) {
        return FAILS.matcher(sentence).find();
    }

    private static String bare(String sentence) {
        return Paragraph.of(sentence).text().replaceFirst("^[一二三四五六七八九十]{1,2}是", "");
    }

    /** A document or part of this name tells how problems were put right. */
    static boolean isAboutRectification(String name) {
        return ABOUT_RECTIFICATION.matcher(name).find();
    }

    /** A part of a document; what names no rectification and no findings is about what the document is about. */
    static boolean isAboutRectification(String section, String title) {
        return isAboutRectification(section) || !FOUND.matcher(section).find() && isAboutRectification(title);
    }

    /** 关于…问题的整改 */
    static boolean isToldAsRectified(String heading) {
        return RECTIFIED.matcher(heading).find();
    }

    static boolean namesAspect(String heading) {
        return heading.matches(".*方面[。：:]?");
    }

    static boolean isUnnumberedSection(Paragraph paragraph) {
        return !paragraph.isNumbered() && !paragraph.isRow() && paragraph.text().length() <= LONGEST_HEADING && !paragraph.text().contains("。") && !Passage.isLabelled(paragraph.text())
                && !paragraph.text().matches(".*[，；：:].*") && isBesideProblems(paragraph.text());
    }

    static boolean opensDocument(String text) {
        return OPENS.matcher(text).find();
    }

    /** @param left paragraphs from this one to the end */
    static boolean closes(Paragraph paragraph, int left) {
        if (paragraph.isNumbered() || paragraph.isRow()) return false;
        return CLOSES.matcher(paragraph.text()).find() || left <= LAST_LINES && (DATED.matcher(paragraph.text()).matches() || SIGNED.matcher(paragraph.text()).matches());
    }

    static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    static boolean signs(String text) {
        return SIGNED.matcher(text).matches();
    }

    /** Number or addressee of a letter. */
    static boolean opensLetter(String text) {
        return OPENS_LETTER.matcher(text).matches();
    }

    /** 某某局党组： */
    static boolean isAddressed(String text) {
        return opensLetter(text) && (text.endsWith("：") || text.endsWith(":"));
    }

    /** 附件：…, whatever it is. */
    static boolean isAttachment(String text) {
        return ATTACHMENT.matcher(text).lookingAt();
    }

    /** 附件1, 问题清单 */
    static boolean isTitleOfList(String text) {
        return TITLE_OF_LIST.matcher(text).matches() && !namesFinding(text) && !DEED.matcher(text).find();
    }

    /** 填报单位：… above a table. */
    static boolean isFilledIn(String text) {
        return FILLED_IN.matcher(text).matches();
    }

    static boolean isNearEnd(int left) {
        return left <= NEAR_END;
    }
}

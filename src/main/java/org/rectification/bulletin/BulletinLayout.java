package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.bulletin.Block.Heading;
import org.rectification.bulletin.Block.Marking;
import org.rectification.bulletin.Block.Paragraph;
import org.rectification.bulletin.Block.Signature;
import org.rectification.bulletin.Block.Table;
import org.rectification.bulletin.Block.Title;
import org.rectification.document.ChineseNumerals;
import org.rectification.document.OfficialDocument;
import org.rectification.rectification.Completion;

/** Lays a bulletin out for one audience, from its title to its date. */
final class BulletinLayout {

    private static final String NO_DATE = "　　　　年　　月　　日";

    private final Bulletin bulletin;
    private final BulletinFacts facts;
    private final Wording wording;
    private final List<Block> blocks = new ArrayList<>();
    private int headings;

    private BulletinLayout(Bulletin bulletin, Wording wording) {
        this.bulletin = bulletin;
        this.facts = bulletin.facts();
        this.wording = wording;
    }

    static List<Block> of(Bulletin bulletin, Wording wording) {
        return new BulletinLayout(bulletin, wording).laidOut();
    }

    private List<Block> laidOut() {
        if (wording.audience() == Audience.PARTY) blocks.add(new Marking(Audience.PARTY.label()));
        blocks.add(new Title(wording.of(Section.TITLE)));
        if (!bulletin.isApproved()) blocks.add(new Paragraph("【送审稿，未经审定，不得公开】", ""));
        text(Section.OPENING);
        if (!wording.of(Section.ORGANISING).isBlank()) {
            heading("组织整改情况");
            text(Section.ORGANISING);
        }
        heading("整改完成情况");
        figures();
        text(Section.OVERVIEW);
        heading("反馈问题整改落实情况");
        problems();
        next();
        contacts();
        blocks.add(new Signature(bulletin.issuer(), bulletin.issuedOn() == null ? NO_DATE : OfficialDocument.day(bulletin.issuedOn())));
        return List.copyOf(blocks);
    }

    private void heading(String text) {
        blocks.add(new Heading(1, ChineseNumerals.of(++headings) + "、" + text));
    }

    private void text(String section) {
        paragraphs("", wording.of(section), false);
    }

    /** @param kept whether the last of them stays with what follows */
    private void paragraphs(String lead, String text, boolean kept) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int at = 0; at < lines.size(); at++) blocks.add(new Paragraph(at == 0 ? lead : "", lines.get(at), kept && at == lines.size() - 1));
    }

    private void figures() {
        blocks.add(new Paragraph("", facts.declared() == null ? "登记问题" + facts.problems().total() + "个。" : "反馈意见指出问题" + facts.declared() + "个，登记" + facts.problems().total() + "个。"));
        text(Section.DIFFERENCE);
        if (facts.problems().total() > 0) blocks.add(new Paragraph("", "截至" + OfficialDocument.day(facts.asOf()) + "，" + standing(facts.problems()) + "，问题整改完成率" + formula(facts.problems()) + "。"));
        if (facts.tasks().total() > 0) blocks.add(new Paragraph("", "整改任务" + facts.tasks().total() + "项，" + deed("已销号", facts.tasks(), "项") + "，完成率" + formula(facts.tasks()) + "。"));
        if (facts.measures().total() > 0) {
            blocks.add(new Paragraph("", "措施" + facts.measures().total() + "条，" + deed("完成", facts.measures(), "条") + "，完成率" + formula(facts.measures()) + "。"));
        }
        blocks.add(new Paragraph("", "完成率为已完成数除以总数，保留一位小数，不四舍五入。"));
        if (facts.previous() != null) {
            blocks.add(new Paragraph("", "上次通报（截至" + OfficialDocument.day(facts.previous().asOf()) + "）时" + deed("完成", facts.previous().problems(), "个") + "，完成率" + formula(facts.previous().problems()) + "。"));
        }
        withheld();
        blocks.add(new Table(List.of("反馈问题所属方面", "问题数", "已完成", "未完成", "完成率"), List.of(46, 12, 12, 12, 18), rows(), List.of(0)));
    }

    private static String standing(Completion problems) {
        if (problems.done() == 0) return "尚没有问题完成全部整改任务的核查销号，" + problems.open() + "个尚未完成";
        return problems.done() + "个问题的整改任务全部核查销号，" + (problems.open() == 0 ? "没有未完成的" : problems.open() + "个尚未完成");
    }

    /** 已销号3项, or that there is none yet. */
    private static String deed(String done, Completion of, String unit) {
        return of.done() == 0 ? "尚无" + done + "的" : done + of.done() + unit;
    }

    private void withheld() {
        if (wording.withheldProblems() > 0) blocks.add(new Paragraph("", "上述问题中，有" + wording.withheldProblems() + "个按规定不予公开，已计入上述数字。"));
        int places = wording.withheldPlaces();
        if (places > 0) blocks.add(new Paragraph("", "本通报另有" + places + "处文字按规定不予公开，文中均已标明。"));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int aspect : facts.aspects()) {
            List<ProblemFacts> of = facts.problemsOf(aspect);
            rows.add(row(aspectName(aspect), Completion.of(of.stream().filter(ProblemFacts::done).count(), of.size())));
        }
        rows.add(row("合计", facts.problems()));
        return rows;
    }

    private static List<String> row(String name, Completion completion) {
        return List.of(name, String.valueOf(completion.total()), String.valueOf(completion.done()), String.valueOf(completion.open()), completion.rate() == null ? "—" : completion.rate() + "%");
    }

    private String aspectName(int aspect) {
        return wording.isRead(Section.aspect(aspect)) ? wording.of(Section.aspect(aspect)) : "（按规定不予公开）";
    }

    private void problems() {
        int place = 0;
        int told = 0;
        for (int aspect : facts.aspects()) {
            List<ProblemFacts> all = facts.problemsOf(aspect);
            List<ProblemFacts> news = all.stream().filter(problem -> !problem.toldAsDone()).toList();
            told += all.size() - news.size();
            if (news.isEmpty()) continue;
            blocks.add(new Heading(2, "（" + ChineseNumerals.of(++place) + "）" + aspectName(aspect)));
            List<ProblemFacts> read = news.stream().filter(problem -> !wording.withholds(problem.number())).toList();
            for (int at = 0; at < read.size(); at++) problem(at + 1, read.get(at));
            if (read.size() < news.size()) {
                blocks.add(new Paragraph("", "本方面" + (read.isEmpty() ? "" : "另") + "有" + (news.size() - read.size()) + "个问题按规定不予公开。"));
            }
        }
        if (told > 0) blocks.add(new Paragraph("", "此前已通报完成、成效保持的" + told + "个问题不再逐一列出。"));
    }

    private void problem(int place, ProblemFacts problem) {
        String title = wording.of(Section.problemTitle(problem.number()));
        String text = wording.of(Section.problemText(problem.number()));
        blocks.add(new Heading(3, place + ". " + title));
        if (!text.isBlank() && !text.strip().equals(title.strip())) paragraphs("问题表述：", text, true);
        String done = wording.of(Section.problemDone(problem.number()));
        blocks.add(new Paragraph("整改进度：", problem.status() + "。", !done.isBlank()));
        paragraphs("整改情况：", done, false);
    }

    private void next() {
        List<ProblemFacts> open = facts.open();
        heading(open.isEmpty() ? "下一步安排" : "尚未完成的问题和下一步安排");
        if (!open.isEmpty()) {
            List<List<String>> rows = open.stream().filter(problem -> !wording.withholds(problem.number())).map(this::openRow).toList();
            if (!rows.isEmpty()) blocks.add(new Table(List.of("尚未完成的问题", "任务销号", "原定时限", "现时限", "延期"), List.of(42, 14, 17, 17, 10), rows, List.of(0)));
            if (rows.size() < open.size()) blocks.add(new Paragraph("", "尚未完成的问题中，" + (rows.isEmpty() ? "" : "另") + "有" + (open.size() - rows.size()) + "个按规定不予公开。"));
        }
        text(Section.NEXT);
    }

    private List<String> openRow(ProblemFacts problem) {
        return List.of(wording.of(Section.problemTitle(problem.number())) + (problem.blocked() ? "（客观受阻）" : "") + (problem.reboundTasks() > 0 ? "（反弹）" : ""),
                problem.tasks().done() + "/" + problem.tasks().total(), orNone(problem.firstDeadline()), orNone(problem.deadline()), problem.extensions() == 0 ? "—" : problem.extensions() + "次");
    }

    private static String orNone(LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    private void contacts() {
        List<String> lines = bulletin.contacts().lines();
        if (lines.isEmpty()) return;
        blocks.add(new Paragraph("", "对以上整改情况有意见建议的，请与我们联系。", true));
        lines.forEach(line -> blocks.add(new Paragraph("", line, true)));
    }

    /** 80.6%，即25÷31: parted where a line may break. */
    private static String formula(Completion completion) {
        return completion.rate() == null ? "无" : completion.rate() + "%，即" + completion.done() + "÷" + completion.total();
    }
}

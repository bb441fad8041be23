package org.rectification.bulletin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.bulletin.Audience;
import org.rectification.bulletin.Block;
import org.rectification.bulletin.Bulletin;
import org.rectification.bulletin.BulletinDecision;
import org.rectification.bulletin.BulletinFacts;
import org.rectification.bulletin.BulletinStatus;
import org.rectification.bulletin.BulletinText;
import org.rectification.bulletin.ProblemFacts;
import org.rectification.bulletin.Section;
import org.rectification.document.OfficialDocument;
import org.rectification.rectification.RectificationCase;

/**
 * A bulletin as a page shows it to a person.
 *
 * @param all       those he may read, the first one first
 * @param text      null where there is no bulletin that he may read, and with it everything about one
 * @param office    whether he may edit as far as the bulletin allows
 * @param decidable whether he may approve or return it here
 * @param mayDraft  whether he may begin a bulletin or a supplement now
 * @param todo      where his step on the case waits; null where none does
 */
record BulletinSheet(RectificationCase ofCase, List<Bulletin> all, BulletinText text, BulletinFacts facts, Audience audience, List<Block> blocks, boolean office, boolean leader,
                     boolean decidedHere, boolean decidable, boolean mayDraft, String todo, List<String> hindrances, Map<Audience, String> hashes, List<BulletinDecision> decisions,
                     Map<String, Section> sections, Map<String, String> people) {

    public Bulletin bulletin() {
        return text.bulletin();
    }

    public boolean isDraftEditable() {
        return office && bulletin().status() == BulletinStatus.DRAFT;
    }

    public boolean isWithdrawable() {
        return office && decidedHere && bulletin().status() == BulletinStatus.SUBMITTED;
    }

    /** What was corrected in the case after the figures were taken; null where nothing was, or where it no longer matters. */
    public String correctedSince() {
        Integer now = ofCase.declaredProblems();
        if (bulletin().isApproved() || Objects.equals(facts.declared(), now)) return null;
        return "反馈意见载明的问题数取数后改过：取数时" + told(facts.declared()) + "，现" + told(now) + "。"
                + (bulletin().status() == BulletinStatus.DRAFT ? "请重新取数，再核对“问题数说明”。" : decidedHere ? "请撤回送审或由领导小组退回，重新取数后再送审。" : "请领导小组退回，重新取数后再送审。");
    }

    private static String told(Integer declared) {
        return declared == null ? "没有载明" : "为" + declared + "个";
    }

    /** 问题2、5还没有写整改情况; null where none lacks it, or where nothing can be done about it any more. */
    public String untold() {
        if (bulletin().isApproved() || text.untold().isEmpty()) return null;
        return "问题" + text.untold().stream().map(String::valueOf).collect(Collectors.joining("、")) + "还没有写整改情况";
    }

    /** Including the public wording of an approved one. */
    public boolean isEditable() {
        return office && !bulletin().isPublished() && bulletin().status() != BulletinStatus.SUBMITTED;
    }

    /** Names can be cleared and consents recorded while it is being judged. */
    public boolean isSettling() {
        return office && !bulletin().isPublished();
    }

    public boolean isPublishable() {
        return leader && bulletin().isApproved() && !bulletin().isPublished();
    }

    public List<ProblemFacts> problemsOf(int aspect) {
        return facts.problemsOf(aspect);
    }

    /** What each hash is one of → the hash. */
    public Map<String, String> shownHashes() {
        Map<String, String> shown = new LinkedHashMap<>();
        hashes.forEach((audience, value) -> shown.put(audience.label() + "文件校验值（SHA-256）", value));
        return shown;
    }

    /** What to do now, in a sentence. */
    public String hint() {
        Bulletin bulletin = bulletin();
        if (bulletin.isPublished()) return "已审定，公开版已批准公开；内容不再改动，情况有变化的起草补充通报。";
        if (bulletin.isApproved()) return hindrances.isEmpty() ? "已审定；" + readiness() + "，待领导小组批准公开。" : "已审定，党内版已定稿；公开版还差" + hindrances.size() + "件事。";
        if (bulletin.status() == BulletinStatus.SUBMITTED) return (decidedHere ? "已送领导小组，待审定；审定之前整改办可以撤回送审。" : "已随集中整改总结送领导小组，在“审定通报”环节审定。") + (facts.tellsNothingNew() ? unchanged() + "。" : "");
        if (facts.tellsNothingNew()) return "起草中：" + unchanged() + "。请核对整改情况的文字有没有新内容，有的送审，没有的不必再通报。";
        return decidedHere ? "起草中：改好文字后送领导小组审定。" : "起草中：改好文字后，在“集中整改总结”环节提交，随之送领导小组审定。";
    }

    /** Where nothing stands against publishing it. */
    public String readiness() {
        return facts.tellsNothingNew() ? unchanged() + "；没有妨碍公开的事项" : "公开版已齐备";
    }

    private String unchanged() {
        return "与上次通报（截至" + OfficialDocument.day(facts.previous().asOf()) + "）相比，各项数字和各问题的完成情况、时限没有变化";
    }
}

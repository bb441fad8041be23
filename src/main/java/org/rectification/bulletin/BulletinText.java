package org.rectification.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A bulletin with everything that its two versions are made of. */
public final class BulletinText {

    private final Bulletin bulletin;
    private final List<Section> sections;
    private final List<Withholding> withholdings;
    private final List<Exposure> exposures;
    private final Wording toPublic;

    BulletinText(Bulletin bulletin, List<Section> sections, List<Withholding> withholdings, ExposureScan scan) {
        this.bulletin = bulletin;
        this.sections = sections;
        this.withholdings = withholdings;
        this.toPublic = new Wording(Audience.PUBLIC, bulletin.facts(), sections, withholdings);
        this.exposures = scan.of(toPublic, sections);
    }

    public List<Block> blocks(Audience audience) {
        return BulletinLayout.of(bulletin, audience == Audience.PUBLIC ? toPublic : new Wording(Audience.PARTY, bulletin.facts(), sections, withholdings));
    }

    byte[] docx(Audience audience) {
        return BulletinDocument.of(blocks(audience), bulletin.issuer(), bulletin.facts().asOf());
    }

    /** Why the public version cannot be published yet; empty where nothing stands against it. */
    public List<String> hindrances() {
        List<String> hindrances = new ArrayList<>();
        int never = exposures.stream().filter(each -> !each.isClearable()).mapToInt(each -> each.excerpts().size()).sum();
        if (never > 0) hindrances.add("公开版中有" + never + "处身份证号等证件、账户号码，不得公开，请在“公开版另行表述”中删去");
        int open = exposures.stream().filter(each -> each.isOpen() && each.isClearable()).mapToInt(each -> each.excerpts().size()).sum();
        if (open > 0) hindrances.add("公开版中有" + open + "处人员姓名、电话等尚未核对，请逐处确认“可以公开”或修改公开表述");
        long undecided = withholdings.stream().filter(Withholding::isUndecided).count();
        if (undecided > 0) hindrances.add("有" + undecided + "处不予公开尚待领导小组批准");
        long unconsented = withholdings.stream().filter(Withholding::lacksConsent).count();
        if (unconsented > 0) hindrances.add("有" + unconsented + "处不予公开尚未登记巡察机构同意的文号和日期");
        withholdings.stream().filter(withholding -> withholding.holds() && !withholding.carried() && isStray(withholding))
                .forEach(stray -> hindrances.add("不予公开的文字“" + shortened(stray.passage()) + "”已不在通报中，请撤回该项或重新选定"));
        if (!bulletin.contacts().suffice()) hindrances.add("请填写联系方式：联系电话，以及电子邮箱或通信地址");
        return hindrances;
    }

    /** What whoever approves it does thereby, what stays kept back and whose names are told. */
    public List<String> approvalMeans() {
        List<String> means = new ArrayList<>();
        int left = hindrances().size();
        means.add(left == 0 ? "同意即审定通报，并批准公开：公开版随即定稿，不能收回。" : "同意只审定通报和党内版，不批准公开：公开版还差" + left + "件事，办完后再到通报页面批准公开。");
        List<String> held = withholdings.stream().filter(Withholding::holds).map(this::keptBack).toList();
        means.add(held.isEmpty() ? "没有不予公开的内容。" : "不予公开" + held.size() + "处：" + String.join("；", held) + "。");
        List<String> asBefore = sections.stream().filter(Section::isToldToThePublicAsBefore).map(Section::label).toList();
        if (!asBefore.isEmpty()) means.add("公开版沿用上一份通报的另行表述：" + String.join("、", asBefore) + "。");
        List<String> cleared = exposures.stream().filter(each -> each.cleared() != null).map(each -> each.word() + "（" + each.place() + "）").toList();
        if (!cleared.isEmpty()) means.add("已确认可以公开的姓名和号码：" + String.join("、", cleared) + "。");
        List<String> guessed = exposures.stream().filter(each -> each.isGuess() && each.cleared() == null).map(each -> each.word() + "（" + each.place() + "）").toList();
        if (!guessed.isEmpty()) means.add("像是个人、尚无人核对：" + String.join("、", guessed) + "。");
        means.add("名册以外的人名系统只能提示，不能保证找全，请通读公开版。");
        return means;
    }

    private String keptBack(Withholding withholding) {
        String title = sections.stream().filter(section -> withholding.problem() != null && section.key().equals(Section.problemTitle(withholding.problem()))).map(section -> "“" + section.text() + "”").findFirst().orElse("");
        return withholding.matter() + title + "（" + withholding.ground().label() + "：" + withholding.reason() + (withholding.isUndecided() ? "；尚待批准" : "") + "）";
    }

    /** Problems that it lists without a word of what was done, as of tasks that were signed off before a takeover. */
    public List<Integer> untold() {
        Set<String> told = sections.stream().filter(section -> !section.text().isBlank()).map(Section::key).collect(Collectors.toSet());
        return bulletin.facts().each().stream().filter(problem -> !problem.toldAsDone() && !told.contains(Section.problemDone(problem.number()))).map(ProblemFacts::number).toList();
    }

    /** Whether it keeps back words that stand nowhere any more. */
    public boolean isStray(Withholding withholding) {
        return withholding.passage() != null && sections.stream().noneMatch(section -> section.text().contains(withholding.passage()) || section.toPublic().contains(withholding.passage()));
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    public Bulletin bulletin() { return bulletin; }
    public List<Section> sections() { return sections; }
    public List<Withholding> withholdings() { return withholdings; }

    /** Names and numbers of persons in what the public would read. */
    public List<Exposure> exposures() { return exposures; }
}

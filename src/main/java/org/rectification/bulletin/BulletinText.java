package org.rectification.bulletin;

import java.util.ArrayList;
import java.util.List;

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
        int open = exposures.stream().filter(Exposure::isOpen).mapToInt(each -> each.excerpts().size()).sum();
        if (open > 0) hindrances.add("公开版中有" + open + "处人员姓名、电话或证件号码等尚未核对，请逐处确认“可以公开”或修改公开表述");
        long undecided = withholdings.stream().filter(Withholding::isUndecided).count();
        if (undecided > 0) hindrances.add("有" + undecided + "处不予公开尚待领导小组批准");
        long unconsented = withholdings.stream().filter(Withholding::lacksConsent).count();
        if (unconsented > 0) hindrances.add("有" + unconsented + "处不予公开尚未登记巡察机构同意的文号和日期");
        withholdings.stream().filter(withholding -> withholding.holds() && !withholding.carried() && isStray(withholding))
                .forEach(stray -> hindrances.add("不予公开的文字“" + shortened(stray.passage()) + "”已不在通报中，请撤回该项或重新选定"));
        if (!bulletin.contacts().suffice()) hindrances.add("请填写联系方式：联系电话，以及电子邮箱或通信地址");
        return hindrances;
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

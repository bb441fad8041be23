package org.rectification.bulletin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office words and settles on a bulletin's page, and what of it is kept from the public. */
@Service
@Transactional
public class BulletinEditing {

    private static final int SHORTEST_PASSAGE = 4;

    private final Bulletins bulletins;
    private final BulletinRows rows;
    private final Sections sections;
    private final Withholdings withholdings;
    private final Clearances clearances;
    private final CaseLifecycle cases;
    private final Organization organization;
    private final Clock clock;

    BulletinEditing(Bulletins bulletins, BulletinRows rows, Sections sections, Withholdings withholdings, Clearances clearances, CaseLifecycle cases, Organization organization,
                    Clock clock) {
        this.bulletins = bulletins;
        this.rows = rows;
        this.sections = sections;
        this.withholdings = withholdings;
        this.clearances = clearances;
        this.cases = cases;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * After the approval only the public wording can still be changed.
     *
     * @param publicText null or blank where the public reads the same
     * @param seen       {@link Section#mark} of what was on the page before it was typed over, null where the caller does not know
     * @return mark of what now stands there, whatever another one writes a moment later
     */
    public String worded(String caseNumber, int ordinal, String section, String text, String publicText, String seen, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        bulletin.requireOpenToPublicWording();
        Section before = sections.get(bulletin.bulletinKey(), section);
        Flaws flaws = new Flaws();
        String typed = flaws.optionalText("text", before.label(), text, Section.LONGEST);
        String toPublic = flaws.optionalText("publicText", before.label() + "的公开表述", publicText, Section.LONGEST);
        boolean heading = section.equals(Section.TITLE) || section.endsWith("-title") || section.startsWith("aspect-");
        if (typed == null && heading) flaws.add("text", before.label() + "不能为空");
        if (heading && (hasBreak(typed) || hasBreak(toPublic))) flaws.add("text", before.label() + "只能写一行");
        flaws.refuseInput();
        String kept = typed == null ? "" : plain(typed);
        String publicKept = toPublic == null || plain(toPublic).equals(kept) ? null : plain(toPublic);
        if (kept.equals(before.text()) && Objects.equals(publicKept, before.publicText())) return before.mark();
        before.requireUnchangedSince(seen, by, organization.personNames());
        if (!kept.equals(before.text())) bulletin.requireDraft();
        sections.write(bulletin.bulletinKey(), section, kept, publicKept, by.userId(), now());
        return Section.mark(kept, publicKept);
    }

    private static boolean hasBreak(String text) {
        return text != null && text.contains("\n");
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    }

    /**
     * 落款 and 成文日期.
     *
     * @param issuedOn ISO, blank for the day of the approval
     * @param seen     mark of what was on the page, null where it is not told
     * @return mark of what is kept now
     */
    public String signed(String caseNumber, int ordinal, String issuer, String issuedOn, String seen, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        Flaws flaws = new Flaws();
        String body = flaws.text("issuer", "落款单位", issuer, 200);
        LocalDate day = flaws.optionalDate("issuedOn", "成文日期", issuedOn);
        LocalDate asOf = bulletin.facts().asOf();
        if (day != null && day.isBefore(asOf)) flaws.add("issuedOn", "成文日期" + day + "早于数字的截至日期" + asOf + "，请核对，或留空按审定当天");
        flaws.refuseInput();
        String before = bulletin.signatureMark();
        bulletin.signed(body, day);
        requireUnchangedSince(seen, before, bulletin.signatureMark(), "落款");
        rows.save(bulletin);
        return bulletin.signatureMark();
    }

    /** Who changed it meanwhile is not on record here, only that somebody did. */
    private static void requireUnchangedSince(String seen, String before, String now, String label) {
        if (seen == null || seen.equals(before) || now.equals(before)) return;
        throw Refusal.ofRule("“" + label + "”没有保存：您打开本页之后，这一部分有过改动，可能是别人改的，也可能是您在另一个窗口改的。您写的还在页面上，请先记下来，刷新页面看过现在的内容，再改");
    }

    /**
     * @param seen mark of what was on the page, null where it is not told
     * @return mark of what is kept now
     */
    public String reachableAt(String caseNumber, int ordinal, String phone, String mail, String address, String seen, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        Flaws flaws = new Flaws();
        Contacts contacts = new Contacts(flaws.optionalText("phone", "联系电话", phone, 100), flaws.optionalText("mail", "电子邮箱", mail, 100), flaws.optionalText("address", "通信地址", address, 200));
        contacts.check(flaws);
        flaws.refuseInput();
        String before = bulletin.contactsMark();
        bulletin.reachableAt(contacts);
        requireUnchangedSince(seen, before, bulletin.contactsMark(), "联系方式");
        rows.save(bulletin);
        return bulletin.contactsMark();
    }

    /** @param problem its number where the whole of it is kept from the public, blank for a passage */
    public void withheld(String caseNumber, int ordinal, String problem, String passage, String ground, String reason, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        bulletin.requireOpenToPublicWording();
        Flaws flaws = new Flaws();
        Integer number = problem == null || problem.isBlank() ? null : problemOf(bulletin, problem, flaws);
        String words = flaws.optionalText("passage", "不予公开的文字", passage, 4000);
        Ground named = flaws.choice("ground", "依据", ground, Ground.class);
        if (named == null && (ground == null || ground.isBlank())) flaws.add("ground", "请选择不予公开的依据");
        String why = flaws.text("reason", "理由", reason, 1000);
        if (problem == null || problem.isBlank()) requirePassage(bulletin, words, flaws);
        flaws.refuseInput();
        boolean already = withholdings.of(bulletin.bulletinKey()).stream().filter(Withholding::holds)
                .anyMatch(each -> number != null ? number.equals(each.problem()) : plain(words).equals(each.passage()));
        if (already) throw Refusal.ofRule("这一项已申请不予公开，不必重复");
        withholdings.ask(bulletin.bulletinKey(), number, number == null ? plain(words) : null, named, why, by.userId(), now());
        rows.findByCaseNumberOrderByOrdinal(caseNumber).stream().filter(later -> later.ordinal() > ordinal && !later.isPublished())
                .forEach(later -> withholdings.carry(bulletin.bulletinKey(), later.bulletinKey()));
    }

    private static Integer problemOf(Bulletin bulletin, String problem, Flaws flaws) {
        if (problem.strip().matches("\\d{1,6}") && bulletin.facts().hasProblem(Integer.parseInt(problem.strip()))) return Integer.valueOf(problem.strip());
        flaws.add("problem", "通报中没有问题“" + problem + "”");
        return null;
    }

    private void requirePassage(Bulletin bulletin, String words, Flaws flaws) {
        if (words == null || words.length() < SHORTEST_PASSAGE) flaws.add("passage", "请选中或填写不予公开的文字，至少" + SHORTEST_PASSAGE + "个字");
        else if (sections.of(bulletin.bulletinKey()).stream().noneMatch(section -> section.text().contains(plain(words)) || section.toPublic().contains(plain(words)))) {
            flaws.add("passage", "通报中没有这段文字，请从正文中原样选取");
        }
    }

    /** Until it is decided, or once the bulletin no longer holds those words; what an earlier one kept back only the leading group lets go. */
    public void withholdingTakenBack(String caseNumber, int ordinal, long id, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        bulletin.requireUnpublished();
        Withholding asked = withholdings.get(bulletin.bulletinKey(), id);
        if (!asked.isUndecided() && (asked.carried() || !bulletins.text(bulletin).isStray(asked))) throw Refusal.ofRule("这一项领导小组已有决定，不能撤回；确需公开的，请领导小组改为不同意");
        withholdings.takeBack(id);
    }

    /** By a member of the leading group who did not ask for it; what is kept back can still be let go until the public version is out. */
    public void withholdingDecided(String caseNumber, int ordinal, long id, boolean approved, Person by) {
        Bulletins.requireLeader(by, "不予公开由领导小组批准");
        cases.held(caseNumber);
        Bulletin bulletin = bulletins.get(caseNumber, ordinal);
        bulletin.requireUnpublished();
        Withholding asked = withholdings.get(bulletin.bulletinKey(), id);
        if (!asked.isUndecided() && (approved || !asked.holds())) throw Refusal.ofRule("这一项已有决定，请刷新后再看");
        if (asked.askedBy().equals(by.userId())) throw Refusal.ofRule("这一项由您申请，须由领导小组其他成员批准");
        withholdings.decide(id, approved, by.userId(), now());
    }

    /** 巡察机构同意, for everything that the leading group has approved and that lacks it. */
    public void consented(String caseNumber, int ordinal, String document, String on, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        bulletin.requireUnpublished();
        Flaws flaws = new Flaws();
        String named = flaws.text("document", "巡察机构同意的文件名或文号", document, 200);
        LocalDate day = flaws.date("on", "同意日期", on);
        LocalDate feedback = bulletin.facts().feedbackDate();
        if (day != null && day.isBefore(feedback)) flaws.add("on", "同意日期不能早于反馈日期" + feedback + "，反馈之前没有通报可以同意，请核对");
        if (day != null && day.isAfter(LocalDate.now(clock))) flaws.add("on", "同意日期不能晚于今天");
        flaws.refuseInput();
        if (withholdings.recordConsent(bulletin.bulletinKey(), named, day, by.userId()) == 0) throw Refusal.ofRule("没有待登记的事项：先由领导小组批准不予公开，再登记巡察机构同意");
    }

    /** 可以公开. @param fit false to look at it once more */
    public void cleared(String caseNumber, int ordinal, String section, String word, boolean fit, Person by) {
        Bulletin bulletin = held(caseNumber, ordinal, by);
        bulletin.requireUnpublished();
        Exposure found = bulletins.text(bulletin).exposures().stream().filter(each -> each.section().equals(section) && each.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.ofRule("“" + word + "”已不在这一部分的公开表述中，请刷新后再看"));
        if (fit && !found.isClearable()) throw Refusal.ofRule("身份证号等证件、账户号码不得公开，请在“公开版另行表述”中删去“" + word + "”");
        if (fit) clearances.clear(bulletin.bulletinKey(), section, word, by.userId(), now());
        else clearances.takeBack(bulletin.bulletinKey(), section, word);
    }

    private Bulletin held(String caseNumber, int ordinal, Person by) {
        Bulletins.requireOffice(by, "通报由整改办起草");
        cases.held(caseNumber);
        return bulletins.get(caseNumber, ordinal);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

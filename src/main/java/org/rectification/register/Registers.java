package org.rectification.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rectification.audit.AuditTrail;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.CaseOpinions;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing into the registers of a case, and reading them line by line. */
@Service
@Transactional
public class Registers {

    private static final Map<String, String> SORT = Map.of("date", "happened_on", "kind", "kind", "title", "title", "department", "department", "recordedAt", "recorded_at");
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_DETAIL = 4000;

    private final EntryRows entries;
    private final Reading reading;
    private final CaseLifecycle cases;
    private final LedgerView ledger;
    private final CaseOpinions opinions;
    private final EvidenceStore evidence;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registers(EntryRows entries, Reading reading, CaseLifecycle cases, LedgerView ledger, CaseOpinions opinions, EvidenceStore evidence, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.entries = entries;
        this.reading = reading;
        this.cases = cases;
        this.ledger = ledger;
        this.opinions = opinions;
        this.evidence = evidence;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param minutes scans of a meeting's minutes; the other registers take none */
    public Entry recorded(String caseNumber, Register register, EntryDraft draft, Person by, List<Upload> minutes) {
        requireKeeper(caseNumber, register, by);
        Flaws flaws = new Flaws();
        EntryContent content = reading.of(caseNumber, register, draft, by, today(), flaws);
        flaws.refuseInput();
        requireNoEqual(caseNumber, register, content, null);
        Entry entry = entries.save(new Entry(caseNumber, register, content, by.userId(), now()));
        if (!minutes.isEmpty()) file(entry, by, minutes);
        return entry;
    }

    public Entry corrected(String caseNumber, Register register, long id, EntryDraft draft, Person by) {
        Entry entry = changeable(caseNumber, register, id, by);
        entry.requireStanding("更正");
        Flaws flaws = new Flaws();
        String reason = flaws.text("reason", "更正理由", draft.reason(), LONGEST_REASON);
        EntryContent content = reading.of(caseNumber, register, draft, by, today(), flaws);
        flaws.refuseInput();
        requireNoEqual(caseNumber, register, content, id);
        String differences = entry.corrected(content, by.userId(), now());
        record(entry, by, "更正台账附册", differences + "。理由：" + reason);
        return entries.save(entry);
    }

    /**
     * Holds the case, so that of two at the same time the second one sees the first.
     *
     * @param own id of the entry that is corrected, null for a new one
     */
    private void requireNoEqual(String caseNumber, Register register, EntryContent content, Long own) {
        if (register != Register.RESULTS && register != Register.RULES) return;
        boolean result = register == Register.RESULTS;
        cases.held(caseNumber);
        entries.standing(caseNumber).stream().filter(entry -> entry.register() == register && !entry.id().equals(own) && (result ? entry.content().isSameResult(content) : entry.content().isSameRule(content))).findFirst().ifPresent(equal -> {
            EntryContent said = equal.content();
            String which = "“" + said.title() + "”" + (result ? said.plainFigure() + said.unit() + "（截至" + said.happenedOn() + "，来源：" + said.source() + "）" : "（" + said.happenedOn() + said.kind().label() + "）");
            throw Refusal.ofRule(which + "在" + equal.recordedAt().toLocalDate() + "已经记过，再记就重复计算了；" + (result ? "确是另外的数，请在指标或来源里写明区别" : "确是另一项制度，请在名称里写明区别或填写各自的文号"));
        });
    }

    public Entry struckOut(String caseNumber, Register register, long id, String reason, Person by) {
        Entry entry = changeable(caseNumber, register, id, by);
        Flaws flaws = new Flaws();
        String because = flaws.text("reason", "划去的理由", reason, LONGEST_REASON);
        flaws.refuseInput();
        entry.struckOut(because, by.userId(), now());
        record(entry, by, "划去台账附册", "理由：" + because);
        return entries.save(entry);
    }

    public List<EvidenceFile> minutesFiled(String caseNumber, long id, Person by, List<Upload> uploads) {
        Entry entry = changeable(caseNumber, Register.MEETINGS, id, by);
        entry.requireStanding("补传纪要");
        List<EvidenceFile> filed = file(entry, by, uploads);
        record(entry, by, "补传会议纪要", filed.stream().map(EvidenceFile::fileName).collect(Collectors.joining("、")));
        return filed;
    }

    /** A wrong scan gives way to the right one and stays on record as void: a bulletin or an archive may have drawn on it. */
    public List<EvidenceFile> minutesReplaced(String caseNumber, long id, long fileId, String reason, Person by, List<Upload> uploads) {
        Entry entry = entry(caseNumber, Register.MEETINGS, id);
        requireKeeper(caseNumber, Register.MEETINGS, by);
        entry.requireStanding("更换纪要");
        Minutes wrong = minutes(entry, fileId);
        if (wrong.isVoid()) throw Refusal.ofRule("“" + wrong.file().fileName() + "”已作废，请刷新后再看");
        Flaws flaws = new Flaws();
        String because = flaws.text("reason", "更换理由", reason, LONGEST_REASON);
        flaws.refuseInput();
        List<EvidenceFile> filed = file(entry, by, uploads);
        jdbc.sql("update ledger.register_file set voided_by = ?, voided_at = ?, void_because = ? where evidence_id = ?").params(by.userId(), now(), because, fileId).update();
        record(entry, by, "更换会议纪要", wrong.file().fileName() + "（SHA-256：" + wrong.file().sha256() + "）作废，换为" + filed.stream().map(EvidenceFile::fileName).collect(Collectors.joining("、")) + "。理由：" + because);
        return filed;
    }

    private List<EvidenceFile> file(Entry entry, Person by, List<Upload> uploads) {
        if (entry.register() != Register.MEETINGS) throw Refusal.ofInput("file", "只有会议可以附纪要扫描件");
        List<EvidenceFile> filed = evidence.fileOutsideTasks(by.userId(), uploads);
        filed.forEach(file -> jdbc.sql("insert into ledger.register_file (evidence_id, entry_id) values (?, ?)").params(file.id(), entry.id()).update());
        return filed;
    }

    private void record(Entry entry, Person by, String action, String detail) {
        String subject = entry.caseNumber() + " " + entry.register().label() + "“" + entry.content().name() + "”";
        audit.record(by.userId(), action, shortened(subject, 200), shortened(detail, LONGEST_DETAIL));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private void requireKeeper(String caseNumber, Register register, Person by) {
        if (ledger.caseOf(caseNumber).stage() == CaseStage.CLOSED) throw Refusal.ofRule("本案已整改办结，台账附册不能再改动");
        if (!register.isKeptBy(by)) throw Refusal.notYours(register.label() + "由" + register.keepers() + "填写，您不能填写");
    }

    private Entry changeable(String caseNumber, Register register, long id, Person by) {
        Entry entry = entry(caseNumber, register, id);
        requireKeeper(caseNumber, register, by);
        if (!isOwn(entry, by)) throw Refusal.notYours("您只能填写和更正本科室的内容");
        if (ledger.caseOf(caseNumber).stage() == CaseStage.APPROVING_BULLETIN) throw Refusal.ofRule("领导小组正在审定通报，审定或退回之前已有的记录不能改动");
        if (entry.isUsedBy(opinions.bulletinApprovedAt(caseNumber))) throw Refusal.ofRule("这一条已载入审定的通报，不能再改动；情况有变化请另记一条");
        return entry;
    }

    private static boolean isOwn(Entry entry, Person by) {
        return by.isIn(Groups.RECTIFICATION_OFFICE) || !entry.register().belongsToDepartments()
                || entry.content().department() != null && by.departments().contains(entry.content().department());
    }

    // reading

    /** Ids of those that this person may correct or strike out now. */
    @Transactional(readOnly = true)
    public Set<Long> changeable(String caseNumber, Collection<Entry> among, Person by) {
        CaseStage stage = ledger.caseOf(caseNumber).stage();
        if (stage == CaseStage.CLOSED || stage == CaseStage.APPROVING_BULLETIN) return Set.of();
        Optional<LocalDateTime> bulletin = opinions.bulletinApprovedAt(caseNumber);
        return among.stream().filter(entry -> !entry.isStruckOut() && entry.register().isKeptBy(by) && isOwn(entry, by) && !entry.isUsedBy(bulletin)).map(Entry::id).collect(Collectors.toSet());
    }

    /** @throws Refusal UNKNOWN where the register of this case has no such entry */
    @Transactional(readOnly = true)
    public Entry entry(String caseNumber, Register register, long id) {
        ledger.caseOf(caseNumber);
        return entries.findById(id).filter(entry -> entry.caseNumber().equals(caseNumber) && entry.register() == register)
                .orElseThrow(() -> Refusal.unknown("本案的" + register.label() + "中没有编号为" + id + "的记录"));
    }

    /** With those struck out; the newest day first where no sort is asked. */
    @Transactional(readOnly = true)
    public Listing<Entry> list(String caseNumber, Register register, String page, String size, String sort) {
        ledger.caseOf(caseNumber);
        Listing.Wanted wanted = Listing.Wanted.read(page, size, sort, SORT, "happened_on desc, id desc");
        List<Long> ids = jdbc.sql("select id from ledger.register_entry where case_number = ? and register = ? order by " + wanted.orderBy() + " limit ? offset ?")
                .params(caseNumber, register.name(), wanted.size(), (long) wanted.page() * wanted.size()).query(Long.class).list();
        long total = jdbc.sql("select count(*) from ledger.register_entry where case_number = ? and register = ?").params(caseNumber, register.name()).query(Long.class).single();
        Map<Long, Entry> found = StreamSupport.stream(entries.findAllById(ids).spliterator(), false).collect(Collectors.toMap(Entry::id, Function.identity()));
        return new Listing<>(ids.stream().map(found::get).toList(), wanted.page(), wanted.size(), total);
    }

    /** @param voidBecause null while it counts */
    public record Minutes(EvidenceFile file, String voidBecause) {

        public boolean isVoid() {
            return voidBecause != null;
        }
    }

    private record Filed(long evidenceId, long entryId, String voidBecause) {}

    /** Entry → its minutes with those that are void, the oldest first; those without any are left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<Minutes>> minutesOf(Collection<Entry> of) {
        List<Long> meetings = of.stream().filter(entry -> entry.register() == Register.MEETINGS).map(Entry::id).toList();
        if (meetings.isEmpty()) return Map.of();
        List<Filed> filed = jdbc.sql("select evidence_id, entry_id, void_because from ledger.register_file where entry_id in (:ids) order by evidence_id").param("ids", meetings).query(Filed.class).list();
        Map<Long, EvidenceFile> files = evidence.all(filed.stream().map(Filed::evidenceId).toList()).stream().collect(Collectors.toMap(EvidenceFile::id, Function.identity()));
        return filed.stream().collect(Collectors.groupingBy(Filed::entryId, Collectors.mapping(each -> new Minutes(files.get(each.evidenceId()), each.voidBecause()), Collectors.toList())));
    }

    @Transactional(readOnly = true)
    public EvidenceFile minutes(String caseNumber, long id, long fileId) {
        return minutes(entry(caseNumber, Register.MEETINGS, id), fileId).file();
    }

    private Minutes minutes(Entry entry, long fileId) {
        return minutesOf(List.of(entry)).getOrDefault(entry.id(), List.of()).stream().filter(each -> each.file().id() == fileId).findFirst()
                .orElseThrow(() -> Refusal.unknown("没有编号为" + fileId + "的会议纪要"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

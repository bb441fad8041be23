package org.rectification.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * 整改进展情况通报 from its first figures until it is published. Once approved its party version is what it is; how the public version reads
 * may still be settled until that is published.
 */
@Table(schema = "ledger", name = "bulletin")
public class Bulletin {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Id private String bulletinKey;
    @Version private Long version;
    private String caseNumber;
    private int ordinal;
    private BulletinStatus status;
    private String facts;
    private LocalDateTime frozenAt;
    private String issuer;
    private LocalDate issuedOn;
    private String phone;
    private String mail;
    private String address;
    private String submittedBy;
    private LocalDateTime submittedAt;
    private String approvedBy;
    private LocalDateTime approvedAt;
    private String publishedBy;
    private LocalDateTime publishedAt;

    protected Bulletin() {}

    Bulletin(BulletinFacts facts, int ordinal, Contacts contacts, LocalDateTime at) {
        bulletinKey = key(facts.caseNumber(), ordinal);
        caseNumber = facts.caseNumber();
        this.ordinal = ordinal;
        status = BulletinStatus.DRAFT;
        issuer = facts.inspectedParty();
        phone = contacts.phone();
        mail = contacts.mail();
        address = contacts.address();
        frozen(facts, at);
    }

    static String key(String caseNumber, int ordinal) {
        return caseNumber + ":T" + ordinal;
    }

    /** 重新取数. */
    void frozen(BulletinFacts facts, LocalDateTime at) {
        requireDraft();
        try {
            this.facts = JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        frozenAt = at;
    }

    void signed(String issuer, LocalDate issuedOn) {
        requireDraft();
        this.issuer = issuer;
        this.issuedOn = issuedOn;
    }

    /** After the approval only what was lacking can be filled in, for the public version. */
    void reachableAt(Contacts contacts) {
        requireOpenToPublicWording();
        if (isApproved() && !contacts().mayBecome(contacts)) throw Refusal.ofRule("通报已经审定，联系方式不能再改" + (contacts().suffice() ? "" : "，只能补填缺的") + "；情况有变化的，请起草补充通报");
        phone = contacts.phone();
        mail = contacts.mail();
        address = contacts.address();
    }

    void submitted(String by, LocalDateTime at) {
        requireDraft();
        status = BulletinStatus.SUBMITTED;
        submittedBy = by;
        submittedAt = at;
    }

    /** 撤回送审. */
    void takenBack() {
        if (status != BulletinStatus.SUBMITTED) throw Refusal.ofRule(name() + (isApproved() ? "已经审定，不能撤回" : "还没有送审，或已被退回，不必撤回") + "，请刷新后再看");
        status = BulletinStatus.DRAFT;
    }

    void returned() {
        requireSubmitted();
        status = BulletinStatus.DRAFT;
    }

    void approved(String by, LocalDateTime at) {
        requireSubmitted();
        status = BulletinStatus.APPROVED;
        approvedBy = by;
        approvedAt = at;
        if (issuedOn == null) issuedOn = at.toLocalDate();
    }

    void published(String by, LocalDateTime at) {
        requireUnpublished();
        if (status != BulletinStatus.APPROVED) throw Refusal.ofRule("通报还没有审定，公开版不能批准公开");
        publishedBy = by;
        publishedAt = at;
    }

    void requireDraft() {
        if (status != BulletinStatus.DRAFT) throw Refusal.ofRule(status == BulletinStatus.APPROVED ? "通报已经审定，内容不能再改；情况有变化的，请起草补充通报" : "通报已送领导小组审定，退回之前不能修改");
    }

    void requireUnpublished() {
        if (publishedAt != null) throw Refusal.ofRule("公开版已批准公开，不能再改；情况有变化的，请起草补充通报");
    }

    /** While nobody judges it, and the public version is not out. */
    void requireOpenToPublicWording() {
        requireUnpublished();
        if (status == BulletinStatus.SUBMITTED) throw Refusal.ofRule("通报已送领导小组审定，审定之前不能修改");
    }

    private void requireSubmitted() {
        if (status != BulletinStatus.SUBMITTED) throw Refusal.ofRule("通报当前为“" + status.label() + "”，不能审定，请刷新后再看");
    }

    public BulletinFacts facts() {
        try {
            return JSON.readValue(facts, BulletinFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of " + bulletinKey, e);
        }
    }

    /** As {@link Section#mark()}, of 落款 and 成文日期. */
    public String signatureMark() {
        return mark("落款", issuer, issuedOn);
    }

    /** As {@link Section#mark()}, of 联系方式. */
    public String contactsMark() {
        return mark("联系方式", phone, mail, address);
    }

    private static String mark(Object... words) {
        return UUID.nameUUIDFromBytes(Arrays.toString(words).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** 通报, or 补充通报（第1号）. */
    public String name() {
        return name(ordinal);
    }

    static String name(int ordinal) {
        return ordinal == 1 ? "通报" : "补充通报（第" + (ordinal - 1) + "号）";
    }

    public Contacts contacts() { return new Contacts(phone, mail, address); }
    public boolean isPublished() { return publishedAt != null; }
    public boolean isApproved() { return status == BulletinStatus.APPROVED; }
    public String bulletinKey() { return bulletinKey; }
    public String caseNumber() { return caseNumber; }
    public int ordinal() { return ordinal; }
    public BulletinStatus status() { return status; }
    public LocalDateTime frozenAt() { return frozenAt; }
    public String issuer() { return issuer; }

    /** Null until somebody has set it or the bulletin is approved. */
    public LocalDate issuedOn() { return issuedOn; }
    public String submittedBy() { return submittedBy; }
    public LocalDateTime submittedAt() { return submittedAt; }
    public String approvedBy() { return approvedBy; }
    public LocalDateTime approvedAt() { return approvedAt; }
    public String publishedBy() { return publishedBy; }
    public LocalDateTime publishedAt() { return publishedAt; }
}

package org.rectification.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 应急处置: a platform admin may change a running process from outside for a short while, after saying why; every deed is on the audit trail. */
@Service
@Transactional
public class BreakGlass {

    private static final int LONGEST_DEED = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient jdbc;
    private final Organization organization;
    private final AuditTrail audit;
    private final BreakGlassSettings settings;
    private final Clock clock;

    BreakGlass(JdbcClient jdbc, Organization organization, AuditTrail audit, BreakGlassSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return when the window closes */
    public LocalDateTime open(Person by, String reason) {
        if (!by.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("应急处置只对平台管理员开放");
        if (reason == null || reason.isBlank()) throw Refusal.ofInput("reason", "请填写应急处置的理由");
        if (reason.length() > 1000) throw Refusal.ofInput("reason", "理由最多1000字，现有" + reason.length() + "字");
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        LocalDateTime closes = now.plus(settings.window());
        jdbc.sql("insert into ledger.break_glass (person, reason, opened_at, closes_at) values (?, ?, ?, ?)").params(by.userId(), reason.strip(), now, closes).update();
        audit.record(by.userId(), "应急处置开启", "至" + MOMENT.format(closes), reason.strip());
        return closes;
    }

    /** @param closesAt until when whoever opened it may intervene */
    public record Window(String reason, LocalDateTime openedAt, LocalDateTime closesAt) {}

    /** The window that this person has open now. */
    @Transactional(readOnly = true)
    public Optional<Window> openWindow(String person) {
        return jdbc.sql("select reason, opened_at, closes_at from ledger.break_glass where person = ? and closes_at > ? order by id desc limit 1")
                .params(person, LocalDateTime.now(clock)).query(Window.class).optional();
    }

    /** The reason given for the window that is open now. */
    @Transactional(readOnly = true)
    public Optional<String> openReason(String person) {
        return jdbc.sql("select reason from ledger.break_glass where person = ? and closes_at > ? order by id desc limit 1")
                .params(person, LocalDateTime.now(clock)).query(String.class).optional();
    }

    /** What needs no reason but should not go unseen. */
    public void witness(String person, String deed) {
        audit.record(person, "平台管理", deed.substring(0, Math.min(deed.length(), LONGEST_DEED)), null);
    }

    /** @throws Refusal NOT_YOURS for anybody but an admin, RULE for an admin without an open window */
    public void require(String person, String deed) {
        if (!organization.find(person).map(found -> found.isIn(Groups.CAMUNDA_ADMIN)).orElse(false)) {
            throw Refusal.notYours("流程和账号由系统按规则管理，您不能从外部改动");
        }
        String reason = openReason(person).orElseThrow(() -> Refusal.ofRule("从外部改动流程须先在“应急处置”页面填写理由，" + settings.window().toMinutes() + "分钟内有效并全程留痕"));
        audit.record(person, "应急处置操作", deed.substring(0, Math.min(deed.length(), LONGEST_DEED)), reason);
    }
}

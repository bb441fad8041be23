package org.rectification.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.organization.Deputies;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to leave the house: written together with the digest, and there until it was delivered or is no longer worth telling. A message
 * may be delivered twice, when the system stops between sending and recording it, but never not at all.
 */
@Service
@Transactional
public class Outbox {

    private static final String MESSAGES = "select m.id, m.digest_id, m.message_id, m.channel, m.receiver, d.person, d.written_on, m.status, m.written_at, m.settled_at, m.reason "
            + "from ledger.message m join ledger.digest d on d.id = m.digest_id ";

    private final Organization organization;
    private final Deputies deputies;
    private final NotificationSettings settings;
    private final List<Notifier> notifiers;
    private final Map<String, Matter> matters;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean open;

    Outbox(Organization organization, Deputies deputies, NotificationSettings settings, List<Notifier> notifiers, List<Matter> matters, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.deputies = deputies;
        this.settings = settings;
        this.notifiers = notifiers;
        this.matters = matters.stream().collect(Collectors.toMap(Matter::kind, Function.identity()));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until then nothing is taken: the past that the demo plays is no news to anybody. */
    @EventListener(ApplicationReadyEvent.class)
    public void open() {
        open = true;
    }

    /** A message for every channel that reaches whoever receives for this person. */
    void take(long digestId, Digest digest) {
        if (!open || !settings.isOn()) return;
        for (Person receiver : deputies.receivingFor(organization.person(digest.person()), digest.writtenOn())) {
            notifiers.stream().filter(notifier -> notifier.reaches(receiver).isPresent()).forEach(notifier -> jdbc.sql("""
                    insert into ledger.message (digest_id, receiver, channel, message_id, status, begun, written_at) values (?, ?, ?, ?, 'WAITING', false, ?)""")
                    .params(digestId, receiver.userId(), notifier.channel().name(), UUID.randomUUID() + "@" + settings.baseUrl().getHost(), now()).update());
        }
    }

    /** Keys of the messages that nobody has begun to deliver. */
    @Transactional(readOnly = true)
    public List<String> unbegun() {
        return jdbc.sql("select id from ledger.message where status = 'WAITING' and begun = false order by id").query(Long.class).list().stream().map(Message::key).toList();
    }

    /** The delivery begins for a message that was written, once, and for no other. */
    public void begun(String key) {
        boolean first = Message.idIn(key).map(id -> jdbc.sql("update ledger.message set begun = true where id = ? and status = 'WAITING' and begun = false").param(id).update() == 1).orElse(false);
        if (!first) throw Refusal.ofRule("提醒由系统在写好之后发送，不能手工或重复发起");
    }

    /** A message that nobody can get any more, or that has nothing left to tell, is cancelled. @return whether it is still to be sent */
    public boolean checked(String key) {
        Message message = locked(key);
        if (message.status() != MessageStatus.WAITING) return false;
        String needless = needless(message);
        if (needless != null) settle(message, MessageStatus.CANCELLED, needless);
        return needless == null;
    }

    private String needless(Message message) {
        if (organization.find(message.receiver()).flatMap(notifier(message.channel())::reaches).isEmpty()) return "收件人没有可送达的地址，或这一渠道已停用";
        return worthTelling(message).isEmpty() ? "所列事项都已办结或改由他人办理" : null;
    }

    /** @throws NotDelivered and the message still waits */
    public void delivered(String key) {
        Message message = locked(key);
        notifier(message.channel()).send(new Dispatch(message, organization.person(message.receiver()), organization.person(message.about()), worthTelling(message), settings.baseUrl()));
        settle(message, MessageStatus.DELIVERED, null);
    }

    private List<Digest.Line> worthTelling(Message message) {
        Person about = organization.person(message.about());
        return jdbc.sql("select heading, text, link, matters from ledger.digest_line where digest_id = ? order by ordinal").param(message.digestId()).query(Digest.Line.class).list().stream()
                .filter(line -> line.matters() == null || Arrays.stream(line.matters().split(" ")).allMatch(matter -> isOpen(matter, about))).toList();
    }

    private boolean isOpen(String named, Person person) {
        int colon = named.indexOf(':');
        return matters.get(named.substring(0, colon)).concerns(named.substring(colon + 1), person);
    }

    private Notifier notifier(Channel channel) {
        return notifiers.stream().filter(each -> each.channel() == channel).findFirst().orElseThrow();
    }

    /** Nobody else sends it meanwhile. */
    private Message locked(String key) {
        long id = Message.idIn(key).orElseThrow(() -> Refusal.unknown("没有编号为“" + key + "”的提醒"));
        jdbc.sql("select id from ledger.message where id = ? for update").param(id).query(Long.class).optional();
        return jdbc.sql(MESSAGES + "where m.id = ?").param(id).query(Outbox::message).optional().orElseThrow(() -> Refusal.unknown("没有编号为“" + key + "”的提醒"));
    }

    private void settle(Message message, MessageStatus status, String reason) {
        jdbc.sql("update ledger.message set status = ?, settled_at = ?, reason = ? where id = ?").params(Arrays.asList(status.name(), now(), reason, message.id())).update();
    }

    // what people read

    /** @param latest the last message over this channel, null where there was none */
    public record Reach(Channel channel, String where, Message latest) {}

    /** The channels that reach this person. */
    @Transactional(readOnly = true)
    public List<Reach> of(Person person) {
        return notifiers.stream().flatMap(notifier -> notifier.reaches(person).map(where -> new Reach(notifier.channel(), where, latest(person, notifier.channel()).orElse(null))).stream()).toList();
    }

    private Optional<Message> latest(Person person, Channel channel) {
        return jdbc.sql(MESSAGES + "where m.receiver = ? and m.channel = ? order by m.id desc limit 1").params(person.userId(), channel.name()).query(Outbox::message).optional();
    }

    /** Where this message goes, masked; empty where it would be cancelled. */
    @Transactional(readOnly = true)
    public Optional<String> destination(Message message) {
        return organization.find(message.receiver()).flatMap(notifier(message.channel())::reaches);
    }

    /** Keys of all that still wait. */
    @Transactional(readOnly = true)
    public Set<String> waiting() {
        return jdbc.sql("select id from ledger.message where status = 'WAITING'").query(Long.class).list().stream().map(Message::key).collect(Collectors.toSet());
    }

    /** Those that have waited longest first. */
    @Transactional(readOnly = true)
    public List<Message> waiting(int most) {
        return jdbc.sql(MESSAGES + "where m.status = 'WAITING' order by m.id limit ?").param(most).query(Outbox::message).list();
    }

    private static Message message(ResultSet row, int n) throws SQLException {
        return new Message(row.getLong(1), row.getLong(2), row.getString(3), Channel.valueOf(row.getString(4)), row.getString(5), row.getString(6), row.getObject(7, LocalDate.class),
                MessageStatus.valueOf(row.getString(8)), row.getObject(9, LocalDateTime.class), row.getObject(10, LocalDateTime.class), row.getString(11));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}

package org.rectification.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Reminders by mail, plain text. The server is what {@code spring.mail} says. */
@Component
class MailNotifier implements Notifier {

    private final JavaMailSender server;
    private final Organization organization;
    private final NotificationSettings settings;

    MailNotifier(ObjectProvider<JavaMailSenderImpl> server, Organization organization, NotificationSettings settings) {
        this.server = server.getIfAvailable();
        this.organization = organization;
        this.settings = settings;
        if (settings.mailFrom() != null && this.server == null) throw new IllegalStateException("rectification.notification.mail-from is set, so SPRING_MAIL_HOST must name a mail server.");
        server.ifAvailable(found -> limit(found.getJavaMailProperties()));
    }

    /** Without these a silent server would hold a thread for ever. */
    private void limit(Properties properties) {
        String millis = String.valueOf(settings.timeout().toMillis());
        for (String protocol : List.of("smtp", "smtps")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) properties.setProperty("mail." + protocol + "." + wait, millis);
        }
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Optional<String> reaches(Person person) {
        return settings.mailFrom() == null ? Optional.empty() : organization.mailAddressOf(person.userId()).map(MailNotifier::masked);
    }

    /** s***@example.cn. */
    static String masked(String address) {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }

    @Override
    public void send(Dispatch dispatch) {
        String to = organization.mailAddressOf(dispatch.receiver().userId()).orElseThrow(() -> new NotDelivered("收件人在人员名册中没有邮箱"));
        try {
            server.send(written(dispatch, to));
        } catch (MailException | MessagingException e) {
            throw new NotDelivered(reason(e));
        }
    }

    private MimeMessage written(Dispatch dispatch, String to) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.mailFrom());
        helper.setTo(to);
        helper.setSubject(dispatch.subject());
        helper.setText(text(dispatch));
        mail.setHeader("Message-ID", "<" + dispatch.message().messageId() + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static String text(Dispatch dispatch) {
        StringBuilder text = new StringBuilder(dispatch.salutation()).append("\n");
        dispatch.headings().forEach((heading, lines) -> {
            text.append("\n【").append(heading).append("】\n");
            for (int n = 0; n < lines.size(); n++) {
                text.append(n + 1).append(". ").append(lines.get(n).text()).append("\n");
                if (lines.get(n).link() != null) text.append("   ").append(dispatch.address(lines.get(n))).append("\n");
            }
        });
        return text.append("\n全部提醒：").append(dispatch.address("/reminders")).append("\n").append(dispatch.footer()).append("\n").toString();
    }

    /** What the server answered may quote the address, so only the kind of failure is told. */
    private String reason(Exception thrown) {
        if (thrown instanceof MailAuthenticationException) return "邮件服务器不接受登录账号或密码，请核对邮件服务器设置";
        List<Throwable> causes = causes(thrown).toList();
        if (causes.stream().anyMatch(SendFailedException.class::isInstance)) return "邮件服务器拒收，可能是收件地址有误，请核对人员名册中的邮箱";
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) return "邮件服务器" + settings.timeout().toSeconds() + "秒内没有应答";
        return "连不上邮件服务器，请核对邮件服务器设置和网络";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        if (thrown == null) return Stream.empty();
        Stream<Throwable> beneath = thrown instanceof MailSendException many ? Stream.of(many.getMessageExceptions()).flatMap(MailNotifier::causes) : Stream.empty();
        return Stream.concat(Stream.of(thrown), Stream.concat(beneath, causes(thrown.getCause())));
    }
}

package org.rectification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers that fail, each in its way; what an admin reads of it holds no address. */
class MailNotifierTest {

    private static final Person CLERK = new Person("sanitation1", "林晓", "sanitation", Set.of("dept-sanitation"));

    private final Organization organization = mock(Organization.class);
    private ServerSocket server;

    @BeforeEach
    void aPort() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        when(organization.mailAddressOf("sanitation1")).thenReturn(Optional.of("linxiao@csglj.example"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private MailNotifier notifier() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        return new MailNotifier(new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSenderImpl.class), organization, settings("zhenggai@csglj.example"));
    }

    private static NotificationSettings settings(String from) {
        return new NotificationSettings(URI.create("https://zhenggai.example"), Duration.ofSeconds(1), from, Map.of());
    }

    private void send() {
        Message message = new Message(12, 1, "id@zhenggai.example", Channel.MAIL, "sanitation1", "sanitation1", LocalDate.of(2026, 11, 23), MessageStatus.WAITING, LocalDateTime.of(2026, 11, 23, 8, 30), null, null);
        notifier().send(new Dispatch(message, CLERK, CLERK, List.of(new Digest.Line("已超期", "任务", "/tasks/T-1", null)), URI.create("https://zhenggai.example")));
    }

    /** Speaks as much SMTP as it takes to be refused the receiver. */
    private void refuseReceivers() {
        Thread speaking = new Thread(() -> {
            try (Socket caller = server.accept()) {
                BufferedReader heard = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                say(caller, "220 ready");
                for (String line = heard.readLine(); line != null; line = heard.readLine()) say(caller, line.startsWith("RCPT") ? "550 5.1.1 <linxiao@csglj.example> unknown" : "250 ok");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        speaking.setDaemon(true);
        speaking.start();
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForForEver() {
        assertThatThrownBy(this::send).isInstanceOf(NotDelivered.class).hasMessage("邮件服务器1秒内没有应答").hasNoCause();
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() throws IOException {
        server.close();
        assertThatThrownBy(this::send).isInstanceOf(NotDelivered.class).hasMessage("连不上邮件服务器，请核对邮件服务器设置和网络").hasNoCause();
    }

    @Test
    void aRefusedReceiverIsSaidSoWithoutHisAddress() {
        refuseReceivers();
        assertThatThrownBy(this::send).isInstanceOf(NotDelivered.class).hasMessage("邮件服务器拒收，可能是收件地址有误，请核对人员名册中的邮箱").hasNoCause();
    }

    @Test
    void itReachesWhoHasAnAddressOnceItIsOn() {
        assertThat(notifier().reaches(CLERK)).contains("l***@csglj.example");
        var nothing = new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class);
        assertThat(new MailNotifier(nothing, organization, settings(" ")).reaches(CLERK)).isEmpty();
        assertThatThrownBy(() -> new MailNotifier(nothing, organization, settings("zhenggai@csglj.example"))).hasMessageContaining("SPRING_MAIL_HOST");
        assertThatThrownBy(() -> new NotificationSettings(null, Duration.ofSeconds(1), "zhenggai@csglj.example", Map.of())).hasMessageContaining("base-url");
    }
}

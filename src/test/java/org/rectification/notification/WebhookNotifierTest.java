package org.rectification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.notification.NotificationSettings.Robot;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;

/** What the robots of the three chats are sent, held against a server that answers as they do. */
class WebhookNotifierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:31:00Z");
    private static final Person CLERK = new Person("sanitation1", "林晓", "sanitation", Set.of("dept-sanitation"));
    private static final Digest.Line LATE = new Digest.Line("已超期", "【督办单】修[好]<@all>站（HT-01）：已超期2个工作日", "/camunda/app/tasklist/default/#/?task=t1", null);

    private final Organization organization = mock(Organization.class);
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String answer;
    private String query;
    private JsonNode body;

    @BeforeEach
    void aRobot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            query = call.getRequestURI().getRawQuery();
            body = new ObjectMapper().readTree(call.getRequestBody());
            if (answer == null) {
                awaitTheEnd();
                return;
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        server.start();
        when(organization.departmentNames()).thenReturn(Map.of("sanitation", "环境卫生科"));
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
    }

    private void awaitTheEnd() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookNotifier notifier(RobotFormat format, String secret) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/robot?key=k1");
        NotificationSettings settings = new NotificationSettings(URI.create("https://zhenggai.example/"), Duration.ofSeconds(1), null, Map.of("sanitation", new Robot(format, url, secret)));
        return new WebhookNotifier(organization, settings, new ObjectMapper(), Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
    }

    private static Dispatch dispatch(List<Digest.Line> lines) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        Message message = new Message(12, 1, "id@zhenggai.example", Channel.WEBHOOK, "sanitation1", "sanitation1", day, MessageStatus.WAITING, LocalDateTime.of(2026, 11, 23, 8, 30), null, null);
        return new Dispatch(message, CLERK, CLERK, lines, URI.create("https://zhenggai.example/"));
    }

    private void send(RobotFormat format, String secret) {
        notifier(format, secret).send(dispatch(List.of(LATE)));
    }

    @Test
    void wecomIsSentMarkdown() {
        answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        send(RobotFormat.WECOM, null);
        assertThat(query).isEqualTo("key=k1");
        assertThat(body.get("msgtype").asText()).isEqualTo("markdown");
        assertThat(body.at("/markdown/content").asText()).isEqualTo("""
                ### 整改提醒：已超期1项（11月23日）
                林晓，您好：

                **已超期**
                - [【督办单】修［好］＜@all＞站（HT-01）：已超期2个工作日](https://zhenggai.example/camunda/app/tasklist/default/#/?task=t1)
                [全部提醒](https://zhenggai.example/reminders)
                提醒编号 TX-12，由巡察整改系统自动发出，请勿回复。""");
    }

    @Test
    void dingTalkIsSignedInTheAddress() {
        answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        send(RobotFormat.DINGTALK, "SECdemo");
        assertThat(query).isEqualTo("key=k1&timestamp=1795393860000&sign=VbWSEhLsQY2AUYtZjZXlEzu0BqShpz%2FFmoFdkUq%2BPD4%3D");
        assertThat(body.get("msgtype").asText()).isEqualTo("markdown");
        assertThat(body.at("/markdown/title").asText()).isEqualTo("整改提醒：已超期1项（11月23日）");
        assertThat(body.at("/markdown/text").asText()).contains("- [【督办单】", "?task=t1)", "TX-12");
    }

    @Test
    void feishuIsSignedInTheMessage() {
        answer = "{\"code\":0,\"msg\":\"success\",\"data\":{}}";
        send(RobotFormat.FEISHU, "SECdemo");
        assertThat(query).isEqualTo("key=k1");
        assertThat(body.get("timestamp").asText()).isEqualTo("1795393860");
        assertThat(body.get("sign").asText()).isEqualTo("gXxIPu9orHOu7189tWPdgl1x9ForuQVdXs+mvXictPw=");
        assertThat(body.get("msg_type").asText()).isEqualTo("interactive");
        assertThat(body.at("/card/header/title/content").asText()).isEqualTo("整改提醒：已超期1项（11月23日）");
        assertThat(body.at("/card/elements/0/content").asText()).contains("**已超期**", "?task=t1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "WECOM    | 200 | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"} | 错误码93000",
            "DINGTALK | 200 | {\"errcode\":310000,\"errmsg\":\"sign not match\"}      | 错误码310000",
            "FEISHU   | 200 | {\"code\":19021,\"msg\":\"sign match fail\"}            | 错误码19021",
            "WECOM    | 200 | <html></html>                                           | 无法识别的应答",
            "WECOM    | 200 | {}                                                      | 无法识别的应答",
            "WECOM    | 404 | {\"errcode\":0}                                         | HTTP 404"})
    void whatTheRobotDoesNotTakeIsNotDelivered(RobotFormat format, int status, String answer, String reason) {
        this.status = status;
        this.answer = answer;
        assertThatThrownBy(() -> send(format, null)).isInstanceOf(NotDelivered.class).hasMessageContaining("群机器人拒收").hasMessageContaining(reason).hasNoCause();
    }

    @Test
    void aRobotThatDoesNotAnswerIsNotWaitedForForEver() {
        assertThatThrownBy(() -> send(RobotFormat.WECOM, null)).isInstanceOf(NotDelivered.class).hasMessage("群机器人1秒内没有应答").hasNoCause();
    }

    @Test
    void aRobotThatIsNotThereIsSaidSoWithoutItsAddress() {
        server.stop(0);
        assertThatThrownBy(() -> send(RobotFormat.WECOM, null)).isInstanceOf(NotDelivered.class).hasMessage("连不上群机器人，请核对地址和网络").hasNoCause();
    }

    @Test
    void asMuchIsSaidAsTheChatTakes() {
        answer = "{\"errcode\":0}";
        notifier(RobotFormat.WECOM, null).send(dispatch(IntStream.range(0, 40).mapToObj(n -> LATE).toList()));
        String content = body.at("/markdown/content").asText();
        assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(3_500, 4_096);
        assertThat(content).containsPattern("- 另有\\d+项\n\\[全部提醒]");
    }

    @Test
    void onlyTheDepartmentsOwnPeopleAreReached() {
        assertThat(notifier(RobotFormat.WECOM, null).reaches(CLERK)).contains("环境卫生科的工作群");
        assertThat(notifier(RobotFormat.WECOM, null).reaches(new Person("leader1", "陈国栋", null, Set.of("leading-group")))).isEmpty();
        assertThat(notifier(RobotFormat.WECOM, null).reaches(new Person("parks1", "梁静", "parks", Set.of("dept-parks")))).isEmpty();
    }
}

package org.rectification.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rectification.notification.NotificationSettings.Robot;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.stereotype.Component;

/** Reminders through the robot of the department's chat. */
@Component
class WebhookNotifier implements Notifier {

    private final Organization organization;
    private final NotificationSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    WebhookNotifier(Organization organization, NotificationSettings settings, ObjectMapper json, Clock clock) {
        this.organization = organization;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Optional<String> reaches(Person person) {
        return robotOf(person).map(robot -> organization.departmentNames().get(person.department()) + "的工作群");
    }

    private Optional<Robot> robotOf(Person person) {
        return Optional.ofNullable(person.department()).map(settings.robots()::get);
    }

    @Override
    public void send(Dispatch dispatch) {
        Robot robot = robotOf(dispatch.receiver()).orElseThrow(() -> new NotDelivered("收件人所在科室没有设置群机器人"));
        Instant now = clock.instant();
        HttpResponse<String> answer = answered(HttpRequest.newBuilder(robot.format().address(robot, now)).header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(written(robot.format().body(dispatch.subject(), markdown(dispatch, robot.format().longest()), robot, now)))).build());
        if (answer.statusCode() != 200) throw new NotDelivered("群机器人拒收（HTTP " + answer.statusCode() + "），请核对机器人地址");
        String refused = refused(answer.body());
        if (refused != null) throw new NotDelivered("群机器人拒收（" + refused + "），请核对机器人的安全设置和发送频率");
    }

    /** Waits as long in all: the client's own limit ends with the answer's first line. Whatever it throws may name the address. */
    private HttpResponse<String> answered(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new NotDelivered("群机器人" + settings.timeout().toSeconds() + "秒内没有应答");
        } catch (ExecutionException e) {
            throw new NotDelivered(e.getCause() instanceof HttpTimeoutException ? "群机器人" + settings.timeout().toSeconds() + "秒内没有应答" : "连不上群机器人，请核对地址和网络");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotDelivered("发送被中断");
        }
    }

    private String written(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refused(String answer) {
        try {
            return RobotFormat.refusedBy(json.readTree(answer));
        } catch (JsonProcessingException e) {
            return "无法识别的应答";
        }
    }

    /** As many lines as the chat takes; the rest is on the page. */
    private static String markdown(Dispatch dispatch, int longest) {
        String foot = "\n[全部提醒](" + dispatch.address("/reminders") + ")\n" + dispatch.footer();
        List<String> pieces = new ArrayList<>();
        pieces.add(plain(dispatch.salutation()));
        int left = longest - bytes(dispatch.subject()) - bytes(pieces.get(0)) - bytes(foot) - 100;
        int told = 0;
        for (var heading : dispatch.headings().entrySet()) {
            for (Digest.Line line : heading.getValue()) {
                String piece = (line == heading.getValue().get(0) ? "\n**" + heading.getKey() + "**\n" : "") + "- " + told(dispatch, line);
                left -= bytes(piece) + 1;
                if (left < 0) return String.join("\n", pieces) + "\n- 另有" + (dispatch.lines().size() - told) + "项" + foot;
                pieces.add(piece);
                told++;
            }
        }
        return String.join("\n", pieces) + foot;
    }

    private static String told(Dispatch dispatch, Digest.Line line) {
        return line.link() == null ? plain(line.text()) : "[" + plain(line.text()) + "](" + dispatch.address(line) + ")";
    }

    /** Titles are people's; nothing in them may become a link or call everybody in the chat. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replace('[', '［').replace(']', '］').replace('<', '＜').replace('>', '＞').replace('*', '＊').replace('`', '｀');
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

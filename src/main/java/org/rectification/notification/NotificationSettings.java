package org.rectification.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reminders leave the house. By default they do not: they stay on the page.
 *
 * @param baseUrl  address under which people open this installation, for links; needed as soon as a channel is on
 * @param timeout  how long to wait for a connection, and again for an answer, 1 second to 30 seconds
 * @param mailFrom sender's address; mail is on when it is set, over the server that {@code spring.mail} names
 * @param robots   department code → the robot of its chat; a department without one is told in no chat
 */
@ConfigurationProperties("rectification.notification")
public record NotificationSettings(URI baseUrl, @DefaultValue("10s") Duration timeout, String mailFrom, @DefaultValue Map<String, Robot> robots) {

    /**
     * The robot of a group chat.
     *
     * @param url    a secret: whoever knows it can write into the chat
     * @param secret what messages are signed with, null where the robot asks for no signature; WeCom knows none
     */
    public record Robot(@DefaultValue("WECOM") RobotFormat format, URI url, String secret) {

        public Robot {
            if (url == null || !isWeb(url)) throw new IllegalArgumentException("rectification.notification.robots.*.url must be an address beginning with http:// or https://");
        }

        @Override
        public String toString() {
            return format.name();
        }
    }

    public NotificationSettings {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException("rectification.notification.timeout must be 1s to 30s, is " + timeout);
        }
        mailFrom = mailFrom == null || mailFrom.isBlank() ? null : mailFrom.strip();
        robots = Map.copyOf(robots);
        if ((mailFrom != null || !robots.isEmpty()) && (baseUrl == null || !isWeb(baseUrl))) {
            throw new IllegalArgumentException("rectification.notification.base-url must be set when reminders leave the house, e.g. https://zhenggai.example.cn");
        }
    }

    /** Whether anything leaves the house at all. */
    public boolean isOn() {
        return mailFrom != null || !robots.isEmpty();
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }
}

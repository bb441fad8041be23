package org.rectification.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rectification.notification.NotificationSettings.Robot;

/** How the robots of the three chat programs want to be spoken to. Texts are cut to {@link #longest} bytes before. */
public enum RobotFormat {

    /** 企业微信. */
    WECOM(4_000) {
        @Override
        Map<String, Object> body(String title, String markdown, Robot robot, Instant now) {
            return Map.of("msgtype", "markdown", "markdown", Map.of("content", "### " + title + "\n" + markdown));
        }
    },

    /** 钉钉: the signature stands in the address. */
    DINGTALK(15_000) {
        @Override
        URI address(Robot robot, Instant now) {
            if (robot.secret() == null) return robot.url();
            String signed = now.toEpochMilli() + "\n" + robot.secret();
            String sign = URLEncoder.encode(hmac(robot.secret(), signed), StandardCharsets.UTF_8);
            return URI.create(robot.url() + (robot.url().getQuery() == null ? "?" : "&") + "timestamp=" + now.toEpochMilli() + "&sign=" + sign);
        }

        @Override
        Map<String, Object> body(String title, String markdown, Robot robot, Instant now) {
            return Map.of("msgtype", "markdown", "markdown", Map.of("title", title, "text", "### " + title + "\n" + markdown.replace("\n", "\n\n")));
        }
    },

    /** 飞书: the signature stands in the message, and what is signed is the key. */
    FEISHU(15_000) {
        @Override
        Map<String, Object> body(String title, String markdown, Robot robot, Instant now) {
            Map<String, Object> body = new LinkedHashMap<>();
            if (robot.secret() != null) {
                body.put("timestamp", String.valueOf(now.getEpochSecond()));
                body.put("sign", hmac(now.getEpochSecond() + "\n" + robot.secret(), ""));
            }
            body.put("msg_type", "interactive");
            body.put("card", Map.of("header", Map.of("title", Map.of("tag", "plain_text", "content", title)), "elements", List.of(Map.of("tag", "markdown", "content", markdown))));
            return body;
        }
    };

    private final int longest;

    RobotFormat(int longest) {
        this.longest = longest;
    }

    /** Bytes of UTF-8 that a message may have. */
    int longest() {
        return longest;
    }

    URI address(Robot robot, Instant now) {
        return robot.url();
    }

    /** To be sent as JSON. */
    abstract Map<String, Object> body(String title, String markdown, Robot robot, Instant now);

    /** The code of an answer that refuses, all three answer 200 then too; null where the message was taken. */
    static String refusedBy(JsonNode answer) {
        JsonNode code = answer.has("errcode") ? answer.get("errcode") : answer.has("code") ? answer.get("code") : answer.get("StatusCode");
        if (code == null) return "无法识别的应答";
        return code.asInt(-1) == 0 ? null : "错误码" + code.asText();
    }

    private static String hmac(String key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.rectification.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.support.Caller.Answer;

/** Somebody at a browser: a session, its cookies and the tokens that go with them. Redirects are not followed. */
public class Browser {

    /** Where Tasklist calls the engine. */
    public static final String TASKLIST = "/camunda/api/engine/engine/default";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;

    private Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public static Browser at(int port) {
        return new Browser(port);
    }

    /** Logged in through the page, with Tasklist opened. */
    public static Browser of(int port, String userId) {
        Browser browser = new Browser(port);
        Answer answer = browser.login(userId, "demo");
        if (!answer.headers().firstValue("Location").orElse("").matches("(http://[^/]+)?/")) throw new AssertionError(userId + " was not let in: " + answer.headers().map());
        browser.get(TASKLIST + "/task/count");
        return browser;
    }

    public Answer login(String userId, String password) {
        get("/login");
        return form("/login", Map.of("username", userId, "password", password, "_csrf", cookie("RECTIFICATION-CSRF")));
    }

    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** With the tokens that our pages and the engine's webapps send. */
    public Answer post(String path, Object body) {
        return send(request(path).headers("X-RECTIFICATION-CSRF", cookie("RECTIFICATION-CSRF"), "X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
    }

    /** As another site would make this browser send it, with whatever headers it could set. */
    public Answer postWithoutToken(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body)));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.rectification.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at a browser without the browser: logs in through the form, keeps cookies, sends forms with the page's token. */
public class Session {

    private static final String CSRF_COOKIE = "RECTIFICATION-CSRF";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String base;

    private Session(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Nobody yet: a browser at the login page. */
    public static Session at(int port) {
        Session session = new Session(port);
        session.get("/login");
        return session;
    }

    public static Session of(int port, String userId) {
        Session session = at(port);
        Page board = session.login(userId, "demo");
        if (board.path().startsWith("/login")) throw new AssertionError(userId + " was not let in");
        return session;
    }

    /** @param path where redirects ended, with its query */
    public record Page(int status, String text, String path, HttpHeaders headers) {

        /** What a person reads, without marks and runs of blanks. */
        public String words() {
            return text.replaceAll("(?s)<(script|head|datalist|template).*?</\\1>", " ").replaceAll("<[^>]+>", " ").replace("&quot;", "\"").replaceAll("\\s+", " ");
        }
    }

    public Page login(String userId, String password) {
        return post("/login", Map.of("username", userId, "password", password));
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** A part of a page, as htmx asks for it. */
    public Page part(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    /** @param form values are texts or lists of texts */
    public Page post(String path, Map<String, ?> form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(form) + "&_csrf=" + token())));
    }

    /** Sends a form as htmx does, with the token in the header. */
    public Page submit(String path, Map<String, ?> form) {
        return send(request(path).header("HX-Request", "true").header("X-" + CSRF_COOKIE, token()).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    public Page postWithoutToken(String path, Map<String, ?> form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(form))));
    }

    public Page upload(String path, String fileName, byte[] content) {
        return send(uploading(path, fileName, content));
    }

    /** Uploads as htmx does. */
    public Page uploadPart(String path, String fileName, byte[] content) {
        return send(uploading(path, fileName, content).header("HX-Request", "true"));
    }

    /** Sends fields and a file as htmx does. */
    public Page uploadPart(String path, Map<String, String> fields, String fileName, byte[] content) {
        return send(uploading(path, fields, fileName, content).header("HX-Request", "true"));
    }

    private HttpRequest.Builder uploading(String path, String fileName, byte[] content) {
        return uploading(path, Map.of(), fileName, content);
    }

    private HttpRequest.Builder uploading(String path, Map<String, String> fields, String fileName, byte[] content) {
        String boundary = "----rectification";
        String typed = fields.entrySet().stream().map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + field.getValue() + "\r\n").collect(Collectors.joining());
        byte[] head = (typed + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token() + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return request(path).header("X-" + CSRF_COOKIE, token()).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail)));
    }

    /** The server forgets who this is, as after a night; the page is still open. */
    public void expire() {
        cookies.getCookieStore().get(URI.create(base)).stream().filter(cookie -> cookie.getName().equals("JSESSIONID")).toList()
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create(base), cookie));
    }

    private String token() {
        return cookies.getCookieStore().get(URI.create(base)).stream().filter(cookie -> cookie.getName().equals(CSRF_COOKIE)).map(HttpCookie::getValue).findFirst().orElse("");
    }

    private static String encoded(Map<String, ?> form) {
        return form.entrySet().stream().flatMap(field -> (field.getValue() instanceof Collection<?> many ? many : List.of(field.getValue())).stream()
                .map(value -> field.getKey() + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8))).collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            URI uri = response.uri();
            return new Page(response.statusCode(), response.body(), uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

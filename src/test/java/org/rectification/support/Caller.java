package org.rectification.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody calling the running system over HTTP with his own login, or, as {@link #nobody}, with none. */
public class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final String userId;
    private final String password;

    private Caller(int port, String userId, String password) {
        this.base = "http://127.0.0.1:" + port;
        this.userId = userId;
        this.password = password;
    }

    public static Caller of(int port, String userId) {
        return with(port, userId, "demo");
    }

    public static Caller with(int port, String userId, String password) {
        return new Caller(port, userId, password);
    }

    public static Caller nobody(int port) {
        return new Caller(port, null, null);
    }

    public record Answer(int status, String text, byte[] bytes, java.net.http.HttpHeaders headers) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON (" + status + "): " + text, e);
            }
        }

        /** What a person is told: the engine's message or our detail. */
        public String reason() {
            return json().path(json().has("detail") ? "detail" : "message").asText();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path, body, "POST"));
    }

    public Answer put(String path, Object body) {
        return send(json(path, body, "PUT"));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** An empty call of any method. */
    public Answer call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Sends exactly this text as JSON. */
    public Answer postRaw(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Uploads files as parts named {@code file}. */
    public Answer upload(String path, Map<String, byte[]> files) {
        return upload(path, "file", files);
    }

    public Answer upload(String path, String part, Map<String, byte[]> files) {
        return upload(path, Map.of(), part, files);
    }

    /** Sends fields and files as one form. */
    public Answer upload(String path, Map<String, String> fields, String part, Map<String, byte[]> files) {
        String boundary = "----rectification";
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            parts.add(content);
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        parts.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArrays(parts)));
    }

    /** Starts a case through the engine's REST, as Tasklist does. Texts go as String, Boolean as Boolean. */
    public Answer startCase(Map<String, ?> variables) {
        return post("/engine-rest/process-definition/key/rectification-case/submit-form", Map.of("variables", typed(variables)));
    }

    /** The open task of this instance at this element that the caller may see, or null. */
    public String taskId(String businessKey, String element) {
        JsonNode found = get("/engine-rest/task?processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey=" + element).json();
        return found.isEmpty() ? null : found.get(0).get("id").asText();
    }

    /** Completes the caller's task of this instance at this element, as Tasklist does. */
    public Answer complete(String businessKey, String element, Map<String, ?> variables) {
        String id = taskId(businessKey, element);
        if (id == null) throw new AssertionError(userId + " sees no " + element + " of " + businessKey);
        return submit(id, variables);
    }

    public Answer submit(String taskId, Map<String, ?> variables) {
        return post("/engine-rest/task/" + taskId + "/submit-form", Map.of("variables", typed(variables)));
    }

    public static Map<String, Object> typed(Map<String, ?> variables) {
        Map<String, Object> typed = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("value", value);
            typed.put(name, entry);
        });
        return typed;
    }

    private HttpRequest.Builder json(String path, Object body, String method) {
        try {
            BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
            return request(path).header("Content-Type", "application/json").method(method, content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (userId != null) request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8)));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.rectification.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One person with a browser open: logged in once, he asks for one page, list or number after the other. */
class Visitor {

    private static final String HAL = "application/hal+json";

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String login;

    Visitor(int port, String person) {
        base = "http://127.0.0.1:" + port;
        login = "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    String page(String path) throws IOException, InterruptedException {
        return answer(request(path).header("Accept", "text/html,application/json"));
    }

    /** The first page of a filter with its count, as Tasklist asks for both in one call. */
    String list(String filter) throws IOException, InterruptedException {
        return answer(request("/engine-rest/filter/" + filter + "/list?firstResult=0&maxResults=15").header("Accept", HAL).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"active\": true, \"sorting\": [{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\"}]}")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", login);
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + request.build().uri() + " " + answer.body());
        return answer.body();
    }
}

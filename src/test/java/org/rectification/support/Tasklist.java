package org.rectification.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People at Tasklist in a real browser; each keeps one window. */
public final class Tasklist implements AutoCloseable {

    private static final Pattern TASK = Pattern.compile("[?&]task=([0-9a-f-]+)");

    private final Chromium chromium = new Chromium();
    private final Map<String, BrowserContext> windows = new HashMap<>();
    private final int port;
    private final Bureau bureau;
    private final Chromium.Screen screen;

    public Tasklist(int port, Bureau bureau) {
        this(port, bureau, Chromium.Screen.DESK);
    }

    public Tasklist(int port, Bureau bureau, Chromium.Screen screen) {
        this.port = port;
        this.bureau = bureau;
        this.screen = screen;
    }

    /** Opens and claims the task as this person. */
    public Page atTask(String userId, String businessKey, String element) {
        Page page = open(userId, "/camunda/app/tasklist/default/#/?task=" + bureau.as(userId).taskId(businessKey, element));
        claim(page);
        return page;
    }

    public static void claim(Page page) {
        page.locator(".rf-claim button").click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertThat(page.locator(".rf .rf-loading")).hasCount(0);
    }

    public Page open(String userId, String path) {
        Page page = windows.computeIfAbsent(userId, this::loggedIn).pages().get(0);
        page.navigate("about:blank");
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    private BrowserContext loggedIn(String userId) {
        BrowserContext window = chromium.window(screen);
        Page page = window.newPage();
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.fill("[name=username]", userId);
        page.fill("[name=password]", "demo");
        page.locator("[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return window;
    }

    public static void choose(Page page, String choice) {
        page.locator(".rf-choices label", new Page.LocatorOptions().setHasText(choice)).click();
    }

    /** When it is done, the next item of the list may open by itself. */
    public static void submit(Page page) {
        Matcher open = TASK.matcher(page.url());
        String task = open.find() ? open.group(1) : "none";
        page.locator(".form-actions .btn-primary").click();
        if (task.equals("none")) assertThat(page.locator(".rf")).hasCount(0);
        else page.waitForURL(url -> !url.contains(task));
    }

    @Override
    public void close() {
        chromium.close();
    }
}

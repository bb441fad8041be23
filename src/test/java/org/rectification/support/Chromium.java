package org.rectification.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** The system's Chromium with Chinese fonts. Installs what is missing, so that a fresh Debian machine needs nothing beforehand but being root. */
public final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 120_000;

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        install();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage")));
    }

    /** A window of its own, on the smallest screen that offices still have, or on a phone. */
    public BrowserContext window(Screen screen) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions().setViewportSize(screen.width, screen.height).setLocale("zh-CN").setTimezoneId("Asia/Shanghai")
                .setIsMobile(screen == Screen.PHONE).setHasTouch(screen == Screen.PHONE));
        // A machine that is shared may stand still for half a minute.
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    public enum Screen {
        DESK(1366, 768), PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One test JVM after the other. */
    private static void install() {
        try (FileChannel door = FileChannel.open(Path.of("target", "chromium.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock held = door.lock()) {
            installMissing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void installMissing() {
        if (Files.isExecutable(EXECUTABLE) && run("fc-list :lang=zh | grep -q .") == 0) return;
        if (run("apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq chromium fontconfig fonts-noto-cjk") != 0) {
            throw new IllegalStateException("The browser tests need chromium and fonts-noto-cjk; run as root on Debian, or install them");
        }
    }

    private static int run(String command) {
        try {
            return new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).redirectOutput(Path.of("target", "chromium-install.log").toFile()).start().waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

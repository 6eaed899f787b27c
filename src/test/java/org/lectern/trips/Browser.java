package org.lectern.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;

import org.junit.jupiter.api.Assumptions;

/**
 * A person with a Chromium, who likes light pages: {@code try (var browser = Browser.open(1280)) { browser.page().navigate(...); }}.
 * Where this machine has no Chromium the test is skipped, and the build says so at its end; with {@code LECTERN_REQUIRE_BROWSER=true} it fails. The path of
 * a Chromium in an unusual place is given by {@code LECTERN_CHROMIUM}.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    /** In milliseconds. What a busy machine shows late is no fault. */
    private static final double PATIENCE = 120_000;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final BrowserContext context;
    private final Page page;
    private boolean killed;
    /** Of a browser of its own; empty if it shares one. */
    private final Set<ProcessHandle> processes;

    private Browser(BrowserContext context, Set<ProcessHandle> processes) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        this.processes = processes;
    }

    /** A fresh profile without cookies. {@code width} in CSS pixels. */
    public static Browser open(int width) {
        return new Browser(chromium().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE).setViewportSize(width, 900)), Set.of());
    }

    /** A browser of its own, with the profile that lies in this folder and outlives it. */
    public static Browser open(Path profile) {
        var program = program();
        var player = playwright();
        var others = ProcessHandle.current().descendants().collect(Collectors.toSet());
        var context = player.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions().setExecutablePath(program).setArgs(ARGUMENTS).setViewportSize(1280, 900));
        return new Browser(context, ProcessHandle.current().descendants().filter(process -> !others.contains(process)).collect(Collectors.toSet()));
    }

    /** Ends the processes of a browser of its own at once, as a crash would. */
    public void kill() {
        killed = true;
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    public Page page() {
        return page;
    }

    /** Signs in where a page asks for it, and waits until the page behind it is whole: a field whose script has not run yet suggests nothing to those who type into it. */
    public static void signIn(Page page, String user) {
        page.fill("#j_username", user);
        page.fill("#j_password", Server.password(user));
        page.click("button.main");
        page.waitForSelector("#j_username", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForLoadState();
    }

    /** Fails if axe finds anything on the page that is shown, or anything that cannot be read in the dark theme, which differs in its colours alone. */
    public void assertAccessible() {
        page.waitForLoadState();
        var found = violations(new AxeBuilder(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var foundInTheDark = violations(new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertEquals("", found);
        assertEquals("", foundInTheDark);
    }

    /** The pages have no frames of other hosts, so that the quicker way does. */
    private static String violations(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream().map(each -> each.getId() + ": " + each.getHelp() + " " + each.getNodes().stream().map(node -> node.getHtml()).toList()).collect(Collectors.joining("\n"));
    }

    /** As {@link #assertFits()}, in windows of these widths, the last of which stays. */
    public void assertFits(int... widths) {
        for (var width : widths) {
            page.setViewportSize(width, 900);
            assertFits();
        }
    }

    /** Fails if something on the page is wider than the window, so that the page has to be pushed sideways. */
    public void assertFits() {
        page.waitForLoadState();
        assertEquals(page.evaluate("document.documentElement.clientWidth"), page.evaluate("document.documentElement.scrollWidth"), "width of " + page.url());
    }

    @Override
    public void close() {
        if (!killed) {
            context.close();
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            chromium = playwright().chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
        }
        return chromium;
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright;
    }

    /** Ends the test if there is none. */
    private static Path program() {
        return find().orElseGet(() -> {
            skip();
            throw new IllegalStateException("not skipped");
        });
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("LECTERN_CHROMIUM")).map(Path::of);
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome.exe").map(name -> Path.of(folder).resolve(name)));
        var usual = Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"), Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));
        return Stream.concat(named.stream(), Stream.concat(onPath, usual)).filter(Files::isExecutable).findFirst();
    }

    private static void skip() {
        if ("true".equals(System.getenv("LECTERN_REQUIRE_BROWSER"))) {
            throw new IllegalStateException("LECTERN_REQUIRE_BROWSER is set, but there is no Chromium on the PATH or at LECTERN_CHROMIUM");
        }
        try {
            Files.writeString(Path.of("target/browser-trips-skipped"), "");       // the build tells at its end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Assumptions.abort("No Chromium on this machine");
    }
}

package io.soam.systemtest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium in front of the portal. */
final class Portal implements AutoCloseable {

    /** A user's screen. */
    enum Screen {
        DESKTOP(1440, 900, false),
        PHONE(390, 844, true);

        private final int width;
        private final int height;
        private final boolean touch;

        Screen(int width, int height, boolean touch) {
            this.width = width;
            this.height = height;
            this.touch = touch;
        }
    }

    private static final int PATIENCE_MILLIS = 20_000;

    private final SoamStack stack;
    private final Playwright playwright;
    private final Browser browser;

    Portal(SoamStack stack) {
        this.stack = stack;
        this.playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(List.of("--no-sandbox")));
    }

    Page signIn(String user) {
        return signIn(user, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    /** Home, as a user sees it after signing in with a browser that knows nobody. */
    Page signIn(String user, Screen screen, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(screen.width, screen.height)
                                .setHasTouch(screen.touch)
                                .setColorScheme(scheme));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.navigate(stack.portal() + "/");
        page.fill("#username", user);
        page.fill("#password", stack.password(user));
        page.click("#kc-login");
        page.waitForURL(stack.portal() + "/**");
        return page;
    }

    /** Opens another page of the portal. */
    void open(Page page, String path) {
        page.navigate(stack.portal() + path);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

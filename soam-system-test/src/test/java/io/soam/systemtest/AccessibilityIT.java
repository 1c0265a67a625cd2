package io.soam.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.soam.systemtest.Portal.Screen;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both pages on both screens in both colour schemes, for everybody. */
@SystemTest
class AccessibilityIT {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/data-sources.xhtml",
                    "/data-source.xhtml?id=1",
                    "/data-source.xhtml?id=1&tab=metrics",
                    "/data-source.xhtml?id=1&tab=settings",
                    "/data-source-edit.xhtml",
                    "/data-source-edit.xhtml?type=mqtt",
                    "/data-source-edit.xhtml?type=rest_api");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int MOST_TABS = 200;

    /** Everything that a pointer could use. */
    private static final String FOCUSABLE =
            """
            [...document.querySelectorAll(
                'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), '
                + 'select:not([disabled]), textarea, summary, [tabindex="0"]')]
              .filter(e => e.checkVisibility({checkVisibilityCSS: true}))
              .filter(e => e.tabIndex >= 0)
              .map(e => e.outerHTML.slice(0, 120))
            """;

    /** A name for what has the focus, unique on the page; empty if that is nothing. */
    private static final String FOCUSED =
            """
            (() => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const s = getComputedStyle(e);
              const shown = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
              const all = [...document.querySelectorAll('*')];
              return all.indexOf(e) + ' ' + e.outerHTML.slice(0, 120) + (shown ? '' : ' no-outline');
            })()
            """;

    private static Portal portal;

    @BeforeAll
    static void openChromium(SoamStack stack) {
        portal = new Portal(stack);
    }

    @AfterAll
    static void closeChromium() {
        portal.close();
    }

    static Stream<Arguments> views() {
        return Stream.of(Screen.values())
                .flatMap(
                        screen ->
                                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                        .map(scheme -> Arguments.of(screen, scheme)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void noSeriousFaultAndNothingWiderThanTheScreen(Screen screen, ColorScheme scheme) {
        Page page = portal.signIn("alice", screen, scheme);
        for (String path : PAGES) {
            show(page, path);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(screenshot(path, screen, scheme)));

            List<String> faults =
                    new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .filter(rule -> GRAVE.contains(rule.getImpact()))
                                    .map(AccessibilityIT::describe)
                                    .toList();
            assertThat(faults).as("%s %s %s", path, screen, scheme).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth <= 0"))
                    .as("%s does not scroll sideways on %s", path, screen)
                    .isEqualTo(true);
        }
        page.context().close();
    }

    @Test
    void keyboardAlone_reachesEverythingAndShowsWhereItIs() {
        Page page = portal.signIn("alice");
        for (String path : PAGES) {
            show(page, path);
            Object all = page.evaluate(FOCUSABLE);

            Set<String> reached = new LinkedHashSet<>();
            for (int tab = 0; tab < MOST_TABS; tab++) {
                page.keyboard().press("Tab");
                String at = (String) page.evaluate(FOCUSED);
                if (at.isEmpty() || !reached.add(at)) {
                    break;
                }
            }

            assertThat(reached).as("reached on %s", path).hasSameSizeAs((List<?>) all);
            assertThat(reached).as("focus is visible on %s", path).noneMatch(this::isInvisible);
        }
    }

    private boolean isInvisible(String element) {
        return element.endsWith("no-outline");
    }

    private static void show(Page page, String path) {
        portal.open(page, path);
        assertThat(page.locator("main [data-state=loading]"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(page.locator("main").first()).isVisible();
    }

    private static Path screenshot(String path, Screen screen, ColorScheme scheme) {
        String name =
                path.equals("/")
                        ? "home"
                        : path.replaceAll("/|[.]xhtml", "").replaceAll("[?&=]", "-");
        return Path.of(
                System.getProperty("soam.target"),
                "screenshots",
                "%s-%s-%s.png".formatted(name, screen, scheme).toLowerCase(Locale.ROOT));
    }

    private static String describe(Rule rule) {
        return "%s (%s): %s"
                .formatted(
                        rule.getId(),
                        rule.getImpact(),
                        rule.getNodes().stream().map(node -> node.getHtml()).toList());
    }
}

package io.soam.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody connects his own broker, looks at what comes, changes it, and takes it away again. */
@SystemTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataSourcePagesIT {

    /** Other than in every other run on the same stack. */
    private static final String NAME = "Greenhouse " + System.currentTimeMillis();

    private static final String PASSWORD = "tomato-" + System.nanoTime();
    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    private static Portal portal;
    private static OwnBroker broker;
    private static Page page;

    @BeforeAll
    static void openChromium(SoamStack stack, @TempDir Path folder) throws IOException {
        broker = OwnBroker.start(folder, "grower", PASSWORD);
        broker.publishRetained("greenhouse/1", "{\"temperature\": 21.5}");
        portal = new Portal(stack);
        page = portal.signIn("ulf");
    }

    @AfterAll
    static void closeChromium() {
        portal.close();
        broker.close();
    }

    @Test
    @Order(1)
    void mistakes_areSaidAtTheirFields_andNothingTypedIsLost() {
        portal.open(page, "/data-sources.xhtml");
        page.locator("#connect").click();
        page.locator("[data-type=mqtt]").click();
        button("Save and start").click();
        assertThat(problem("/name")).hasText("Give the data source a name.");
        assertThat(problem("broker")).hasText("Broker is required.");
        assertThat(problem("topics")).hasText("Topics is required.");

        field("Name").fill(NAME);
        field("Broker").fill("127.0.0.1");
        field("Topics").fill("greenhouse/#/wrong");
        field("Port").fill("70000");
        button("Test connection").click();
        assertThat(problem("port")).hasText("Port must be between 1 and 65535.");
        assertThat(field("Broker")).hasValue("127.0.0.1");
        assertThat(page.locator(".tag")).hasText(Pattern.compile("greenhouse/#/wrong.*"));
    }

    @Test
    @Order(2)
    void testOfTheConnection_showsTheFirstMessages() {
        page.locator(".tag button").click();
        field("Topics").fill("greenhouse/#");
        field("Port").fill(Integer.toString(broker.port()));
        field("User name").fill(broker.user());
        field("Password").fill(broker.password());
        button("Test connection").click();

        Locator trial = page.locator("#trial[data-trial=done]");
        assertThat(trial)
                .containsText(
                        "21.5", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(trial.getByRole(AriaRole.TABLE)).containsText("temperature");
    }

    @Test
    @Order(3)
    void saved_itIsActive_andItsMessagesAppear() {
        button("Save and start").click();
        page.waitForURL("**/data-source.xhtml?id=*");

        assertThat(page.locator("#source h1")).containsText(NAME);
        assertThat(page.locator("#source .pill")).hasText("Active", PATIENT);
        broker.publish("greenhouse/2", "{\"temperature\": 22.25}");
        assertThat(page.locator("#messages"))
                .containsText(
                        "22.25", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    @Test
    @Order(4)
    void changed_itKeepsWhatIsNotShown() {
        link("Edit").click();
        field("Name").fill(NAME + " 2");
        assertThat(field("Password")).hasValue("");
        assertThat(field("Password")).hasAttribute("placeholder", Pattern.compile("^Set; .*"));
        button("Save").click();
        page.waitForURL("**/data-source.xhtml?id=*");

        assertThat(page.locator("#source h1")).containsText(NAME + " 2");
        assertThat(page.locator("#source .pill")).hasText("Active", PATIENT);
        link("Settings").click();
        assertThat(page.locator("main")).containsText("set, not shown");
        assertThat(page.content()).doesNotContain(PASSWORD);
    }

    @Test
    @Order(5)
    void history_tellsWhatBecameOfIt_andItsAddressCanBeShared() {
        link("History").click();
        assertThat(page.locator("#history"))
                .containsText(
                        "Connected",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator("#history tbody time").first())
                .hasAttribute("title", Pattern.compile(".*20[0-9]{2}.*(GMT|UTC|CE).*"));
        link("Failures").click();
        page.waitForURL("**&status=error");
        assertThat(page.locator("#history .on-empty")).containsText("Nothing of that kind");
        String csv = link("CSV").getAttribute("href");
        assertThat(csv).contains("status=error");
        Page other = portal.signIn("vera");
        portal.open(other, "/data-source.xhtml" + page.url().replaceAll("^[^?]*", ""));
        assertThat(other.locator("#history .chip[aria-current=true]")).hasText("Failures");
        assertThat(
                        other.request()
                                .get(
                                        page.url().replaceAll("/data-source.xhtml.*", "")
                                                + "/exports/data-source-events.csv?"
                                                + page.url().replaceAll(".*?(id=[0-9]+).*", "$1"))
                                .text())
                .contains("status_before")
                .contains("active");
        other.context().close();
    }

    @Test
    @Order(6)
    void stoppedAndStarted_fromTheList() {
        portal.open(page, "/data-sources.xhtml?q=" + NAME.replace(' ', '+'));
        button("Stop " + NAME + " 2").click();
        assertThat(row().locator(".pill")).hasText("Stopped", PATIENT);
        button("Start " + NAME + " 2").click();
        assertThat(row().locator(".pill")).hasText("Active", PATIENT);
    }

    @Test
    @Order(7)
    void deleted_itComesBackByUndo() {
        button("Actions for " + NAME + " 2").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete…")).click();
        page.locator("#confirm-yes").click();
        assertThat(row()).hasCount(0);

        page.locator(".toast").getByText("Undo").click();
        assertThat(row()).hasCount(1);
        assertThat(row().locator(".pill")).hasText("Active", PATIENT);
    }

    @Test
    @Order(8)
    void viewer_looksButDoesNotTouch() {
        Page vera = portal.signIn("vera");
        portal.open(vera, "/data-sources.xhtml?q=" + NAME.replace(' ', '+'));
        assertThat(vera.locator("tr[data-id]")).hasCount(1);
        assertThat(vera.locator("#connect")).hasCount(0);
        assertThat(vera.locator("tr[data-id] [data-row-act=stop]")).isHidden();
        portal.open(vera, "/data-source-edit.xhtml?type=mqtt");
        assertThat(vera.locator("#save")).hasCount(0);
        vera.context().close();

        button("Actions for " + NAME + " 2").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete…")).click();
        page.locator("#confirm-yes").click();
        assertThat(row()).hasCount(0);
    }

    private static Locator row() {
        return page.locator("tr[data-id]");
    }

    private static Locator field(String label) {
        return page.locator("main")
                .getByLabel(Pattern.compile("^" + label + "( \\*)?(, required)?$"))
                .first();
    }

    private static Locator problem(String setting) {
        return page.locator("[data-problem='" + setting + "']");
    }

    private static Locator button(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}

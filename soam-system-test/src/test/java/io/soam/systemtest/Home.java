package io.soam.systemtest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page Home. */
final class Home {

    private Home() {}

    /** The card with the latest readings. */
    static Locator readings(Page page) {
        return page.locator("#readings");
    }

    /** The button of the menu that belongs to whoever is signed in. */
    static Locator account(Page page, String user) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account of " + user));
    }

    /** What is wrong, in one sentence; hidden while nothing is. */
    static Locator problem(Page page) {
        return page.locator("#problem");
    }
}

package io.soam.systemtest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page Home. */
final class Home {

    private Home() {}

    /** The card with the latest readings. */
    static Locator readings(Page page) {
        return page.locator("#readings");
    }

    /** What is wrong, in one sentence; hidden while nothing is. */
    static Locator problem(Page page) {
        return page.locator("#problem");
    }
}

package io.soam.platform.control;

import io.soam.platform.PlainThreads;

/** Background threads without a server. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
public final class Backgrounds {

    private Backgrounds() {}

    public static Background start() {
        Background background = new Background();
        background.threads = new PlainThreads();
        background.start();
        return background;
    }
}

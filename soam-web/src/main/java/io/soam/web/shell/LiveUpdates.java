package io.soam.web.shell;

import io.soam.operations.boundary.LiveFeed;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Connects the services' feed with the open pages, from the portal's start to its end. */
@WebListener
public class LiveUpdates implements ServletContextListener {

    @Inject LiveFeed feed;

    @Inject LivePush push;

    private AutoCloseable subscription;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        subscription = feed.subscribe(push::tell);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("The live feed cannot be left.", e);
        }
    }
}

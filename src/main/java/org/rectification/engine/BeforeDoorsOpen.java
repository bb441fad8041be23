package org.rectification.engine;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Announces {@link DoorsOpening} ahead of the web server, and so also of the job executor, which waits until the application is ready. */
@Component
class BeforeDoorsOpen implements SmartLifecycle {

    private final ApplicationEventPublisher events;
    private volatile boolean open;

    BeforeDoorsOpen(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** The web server's phase is close to the last one. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        events.publishEvent(new DoorsOpening());
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}

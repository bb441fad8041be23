package org.rectification.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock of the system, which the engine's clock follows. It stands still elsewhere only while the demo is seeded and in tests; else it tells the time. */
public class EngineClock extends Clock {

    private final ZoneId zone;
    private volatile Instant standing;

    EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    public void travelTo(LocalDateTime moment) {
        standing = moment.atZone(zone).toInstant();
        ClockUtil.setCurrentTime(Date.from(standing));
    }

    public void backToNow() {
        standing = null;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        Instant elsewhere = standing;
        return elsewhere != null ? elsewhere : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(instant(), other);
    }
}

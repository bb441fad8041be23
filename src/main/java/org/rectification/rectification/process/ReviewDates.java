package org.rectification.rectification.process;

import java.time.ZoneId;
import java.util.Date;
import org.rectification.engine.EndOfDay;
import org.rectification.rectification.BlockedTasks;
import org.springframework.stereotype.Component;

/** When the blocked task's model wants a review. */
@Component
public class ReviewDates {

    private final BlockedTasks blocked;

    ReviewDates(BlockedTasks blocked) {
        this.blocked = blocked;
    }

    /** The beginning of the day that the ledger says at that moment. */
    public Date begins(String blockKey) {
        return Date.from(blocked.block(blockKey).reviewOn().atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** The end of that day. */
    public Date ends(String blockKey) {
        return EndOfDay.of(blocked.block(blockKey).reviewOn());
    }
}

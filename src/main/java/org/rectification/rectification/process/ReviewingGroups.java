package org.rectification.rectification.process;

import java.util.AbstractList;
import org.rectification.rectification.PlanSettings;
import org.springframework.stereotype.Component;

/** The collection that Task_ReviewPlan runs over. */
@Component
public class ReviewingGroups extends AbstractList<String> {

    private final PlanSettings settings;

    ReviewingGroups(PlanSettings settings) {
        this.settings = settings;
    }

    @Override
    public String get(int index) {
        return settings.reviewingGroups().get(index);
    }

    @Override
    public int size() {
        return settings.reviewingGroups().size();
    }
}

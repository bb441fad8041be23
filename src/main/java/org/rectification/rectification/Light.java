package org.rectification.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The colour of a task in the ledger. */
public enum Light {
    GREEN("正常"), BLUE("临期提醒"), YELLOW("即将到期"), RED("已超期"), DONE("已销号"), PAUSED("暂停计时");

    private final String label;

    Light(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As people look for them, the most urgent first. */
    public static List<Light> byUrgency() {
        return List.of(RED, YELLOW, BLUE, GREEN, PAUSED, DONE);
    }

    /** Calendar days from {@code today} to the deadline, negative once it is over; null without a deadline. */
    public static Integer daysLeft(LocalDate deadline, LocalDate today) {
        return deadline == null ? null : (int) ChronoUnit.DAYS.between(today, deadline);
    }
}

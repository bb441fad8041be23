package org.rectification.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

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

    /** Calendar days from {@code today} to the deadline, negative once it is over; null without a deadline. */
    public static Integer daysLeft(LocalDate deadline, LocalDate today) {
        return deadline == null ? null : (int) ChronoUnit.DAYS.between(today, deadline);
    }

    /** Blue from 20 days before the deadline, yellow from 10; immediate tasks from 3 and 1. Red the day after it. */
    public static Light of(TaskStatus status, TaskKind kind, LocalDate deadline, LocalDate today) {
        if (status == TaskStatus.SIGNED_OFF) return DONE;
        if (status == TaskStatus.BLOCKED || status == TaskStatus.WITHDRAWN) return PAUSED;
        if (deadline == null) return GREEN;
        int left = daysLeft(deadline, today);
        if (left < 0) return RED;
        boolean immediate = kind == TaskKind.IMMEDIATE;
        if (left <= (immediate ? 1 : 10)) return YELLOW;
        return left <= (immediate ? 3 : 20) ? BLUE : GREEN;
    }
}

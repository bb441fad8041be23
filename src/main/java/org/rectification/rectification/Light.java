package org.rectification.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The colour of a task in the ledger. */
public enum Light {
    GREEN("正常", "离整改时限超过20个工作日，立行立改的超过3个"), BLUE("临期提醒", "离整改时限不超过20个工作日，立行立改的不超过3个"), YELLOW("即将到期", "离整改时限不超过10个工作日，立行立改的不超过1个"),
    RED("已超期", "整改时限已过，还没有销号"), DONE("已销号", "已从台账上销号"), PAUSED("暂停计时", "认定为客观受阻，恢复整改后再计时");

    private final String label;
    private final String meaning;

    Light(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /** When a task has it, as {@link Horizon#light} says. */
    public String meaning() {
        return meaning;
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

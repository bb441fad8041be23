package org.rectification.rectification;

import org.rectification.refusal.Refusal;

/** What a department's part in a task is known by; written as {@code HZ-2021-01-03-02:finance}. */
public record SupportKey(String taskNumber, String department) {

    /** @throws Refusal RULE for a text, or null, that is none */
    public static SupportKey read(String key) {
        int colon = key == null ? -1 : key.indexOf(':');
        if (colon < 0) throw Refusal.ofRule("配合落实由系统在任务下达时逐个科室发起，不能手工发起");
        return new SupportKey(key.substring(0, colon), key.substring(colon + 1));
    }

    @Override
    public String toString() {
        return taskNumber + ":" + department;
    }
}

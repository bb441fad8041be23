package org.rectification.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;

/** 台账附册: what is kept beside the ledger itself. */
public enum Register {
    RULES("建章立制"), ACCOUNTABILITY("追责问责"), RESULTS("成效数据"), MEETINGS("会议");

    private final String label;

    Register(String label) {
        this.label = label;
    }

    /** @throws Refusal UNKNOWN for any other name */
    public static Register at(String path) {
        return Arrays.stream(values()).filter(each -> each.path().equals(path)).findFirst().orElseThrow(() -> Refusal.unknown("没有名为“" + path + "”的附册"));
    }

    public String label() {
        return label;
    }

    /** As addresses name it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its entries can be, empty where they are all of one kind. */
    public List<EntryKind> kinds() {
        return Arrays.stream(EntryKind.values()).filter(kind -> kind.register() == this).toList();
    }

    /** Departments keep their own rules and results, the discipline bodies what people were held to account for, the office everything. */
    public boolean isKeptBy(Person person) {
        if (person.isIn(Groups.RECTIFICATION_OFFICE)) return true;
        return switch (this) {
            case RULES, RESULTS -> !person.departments().isEmpty();
            case ACCOUNTABILITY -> person.isIn(Groups.DISCIPLINE_INSPECTION) || person.isIn(Groups.DISCIPLINE_COMMITTEE);
            case MEETINGS -> false;
        };
    }

    String keepers() {
        return switch (this) {
            case RULES, RESULTS -> "整改办和各科室（单位）";
            case ACCOUNTABILITY -> "整改办、派驻纪检监察组和机关纪委";
            case MEETINGS -> "整改办";
        };
    }

    boolean belongsToDepartments() {
        return this == RULES || this == RESULTS;
    }
}

package org.rectification.organization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The groups of the contract; a department's own two are derived from its code. */
public final class Groups {

    public static final String RECTIFICATION_OFFICE = "rectification-office";
    public static final String LEADING_GROUP = "leading-group";
    public static final String SUPERVISION_TEAM = "supervision-team";
    public static final String DISCIPLINE_COMMITTEE = "discipline-committee";
    public static final String DISCIPLINE_INSPECTION = "discipline-inspection";
    public static final String AUDITOR = "auditor";
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    /** What users call the groups that are no department's, in the order people expect them. */
    public static final Map<String, String> NAMES = names();

    /** Those whose members must leave some of their group's steps to one another. */
    public static final Set<String> DECIDING = Set.of(LEADING_GROUP, SUPERVISION_TEAM);

    private Groups() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(RECTIFICATION_OFFICE, "整改办");
        names.put(LEADING_GROUP, "领导小组");
        names.put(SUPERVISION_TEAM, "督导检查组");
        names.put(DISCIPLINE_COMMITTEE, "机关纪委");
        names.put(DISCIPLINE_INSPECTION, "派驻纪检监察组");
        names.put(AUDITOR, "审计");
        names.put(CAMUNDA_ADMIN, "平台管理员");
        return Collections.unmodifiableMap(names);
    }

    public static String handlersOf(String departmentCode) {
        return "dept-" + departmentCode;
    }

    public static String headsOf(String departmentCode) {
        return "dept-" + departmentCode + "-head";
    }
}

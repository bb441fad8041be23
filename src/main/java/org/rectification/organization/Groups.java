package org.rectification.organization;

/** The groups of the contract; a department's own two are derived from its code. */
public final class Groups {

    public static final String RECTIFICATION_OFFICE = "rectification-office";
    public static final String LEADING_GROUP = "leading-group";
    public static final String SUPERVISION_TEAM = "supervision-team";
    public static final String DISCIPLINE_COMMITTEE = "discipline-committee";
    public static final String DISCIPLINE_INSPECTION = "discipline-inspection";
    public static final String AUDITOR = "auditor";
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    private Groups() {}

    public static String handlersOf(String departmentCode) {
        return "dept-" + departmentCode;
    }

    public static String headsOf(String departmentCode) {
        return "dept-" + departmentCode + "-head";
    }
}

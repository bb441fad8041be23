package org.rectification.rectification;

import java.time.LocalDate;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/** 反馈意见 as the office received it, checked for form. */
public record Feedback(String caseNumber, String title, String inspectionBody, String inspectedParty,
                       LocalDate feedbackDate, LocalDate concentratedDeadline, Integer declaredProblems) {

    private static final String CASE_NUMBER = "[A-Z0-9]+(-[A-Z0-9]+)*";

    /**
     * @param feedbackDate         ISO date
     * @param concentratedDeadline ISO date, not before the feedback
     * @param declaredProblems     a whole number, null or blank where the feedback names none
     * @throws Refusal RULE naming everything that is wrong
     */
    public static Feedback read(String caseNumber, String title, String inspectionBody, String inspectedParty,
                                String feedbackDate, String concentratedDeadline, String declaredProblems, LocalDate today) {
        Flaws flaws = new Flaws();
        String number = flaws.text("caseNumber", "案件编号", caseNumber, 32);
        if (!number.isEmpty() && (number.length() < 3 || !number.matches(CASE_NUMBER))) {
            flaws.add("caseNumber", "案件编号“" + number + "”应为3至32位大写字母、数字，可用短横线分段，例如 HZ-2021-01");
        }
        LocalDate received = flaws.date("feedbackDate", "反馈日期", feedbackDate);
        LocalDate deadline = flaws.date("concentratedDeadline", "集中整改期限", concentratedDeadline);
        if (received != null && received.isAfter(today)) flaws.add("feedbackDate", "反馈日期" + received + "晚于今天");
        if (received != null && deadline != null && deadline.isBefore(received)) {
            flaws.add("concentratedDeadline", "集中整改期限" + deadline + "早于反馈日期" + received);
        }
        Feedback feedback = new Feedback(number,
                flaws.text("title", "案件名称", title, 200),
                flaws.text("inspectionBody", "巡察组", inspectionBody, 200),
                flaws.text("inspectedParty", "被巡察单位", inspectedParty, 200),
                received, deadline, declared(declaredProblems, flaws));
        if (!flaws.isEmpty()) throw Refusal.ofRule(flaws.found());
        return feedback;
    }

    static Integer declared(String number, Flaws flaws) {
        if (number == null || number.isBlank()) return null;
        if (number.strip().matches("\\d{1,4}") && Integer.parseInt(number.strip()) > 0) return Integer.parseInt(number.strip());
        flaws.add("declaredProblems", "反馈问题数“" + number.strip() + "”应为1至9999的整数，反馈意见没有载明的不填");
        return null;
    }
}

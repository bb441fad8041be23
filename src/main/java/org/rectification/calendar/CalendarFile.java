package org.rectification.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rectification.csv.CsvFile;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/** The State Council's yearly notice as a file, a line a day: 日期,上班或放假,节日. Weekdays and weekends it does not name stay as they are. */
public record CalendarFile(List<SpecialDay> days) {

    private static final CsvFile FILE = new CsvFile(List.of("日期", "上班或放假", "节日"));
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Map<String, Boolean> WORDS = Map.of("上班", true, "放假", false);

    /** @throws Refusal INPUT naming every line that cannot be understood */
    public static CalendarFile read(byte[] csv) {
        List<SpecialDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        Flaws flaws = new Flaws();
        int lines = FILE.read(csv, flaws, line -> {
            LocalDate day = flaws.date("日期", "日期", isoOf(line.get("日期")));
            Boolean working = WORDS.get(line.get("上班或放假"));
            if (working == null) flaws.add("上班或放假", "只能填“上班”或“放假”，现为“" + line.get("上班或放假") + "”");
            String name = flaws.optionalText("节日", "节日", line.get("节日"), 50);
            if (day != null && Boolean.TRUE.equals(working) && !WorkingDays.isWeekend(day)) {
                flaws.add("日期", day + "是" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA) + "，本来就上班，不用写；调休上班的是周六或周日，请核对日期");
            }
            if (day != null && !seen.add(day)) flaws.add("日期", "日期" + day + "出现了两次");
            if (day != null && working != null) days.add(new SpecialDay(day, working, name));
        });
        if (lines == 0) flaws.add("file", "文件里只有首行，没有日期；请逐日填写放假和调休上班的日子，日历没有改变");
        flaws.refuseInput();
        return new CalendarFile(days);
    }

    public static byte[] write(Collection<SpecialDay> days) {
        return FILE.write(days.stream().map(day -> new Object[] {day.day(), day.working() ? "上班" : "放假", day.name()}).toList());
    }

    /** Table programs turn 2027-02-06 into 2027/2/6 and people into 2027年2月6日. */
    private static String isoOf(String typed) {
        Matcher parts = DATE.matcher(typed);
        return parts.matches() ? "%s-%02d-%02d".formatted(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))) : typed;
    }
}

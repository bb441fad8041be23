package org.rectification.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.document.XlsxFile;

/** What people mean by what they type into a table. */
final class Typed {

    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[年\\-/.．]\\s*(\\d{1,2})\\s*[月\\-/.．]\\s*(\\d{1,2})\\s*[日号]?\\s*(?:之?前|[T ]0{1,2}:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern END_OF_MONTH = Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(?:底|末)\\s*(?:之?前)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SEPARATOR = Pattern.compile("[、，,；;\\n]+");
    private static final Pattern DIGITS = Pattern.compile("^\\s*(?:[（(]?\\d{1,2}[）)]|\\d{1,2}\\s*[.．、:：](?!\\d)|[①-⑳])\\s*");
    private static final Pattern WORDS = Pattern.compile("^\\s*(?:[一二三四五六七八九十]{1,3}是[:：,，]?|[（(][一二三四五六七八九十]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、)\\s*");

    private Typed() {}

    /** Line ends and blanks at the ends of lines are nobody's meaning, nor is the mark that keeps a text from being computed. */
    static String text(String typed) {
        if (typed == null) return "";
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
        return text.length() > 1 && text.charAt(0) == '\'' && CellText.looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
    }

    /** Names are spread with blanks to look alike. */
    static String name(String typed) {
        return typed.replaceAll("[\\s\u00A0\u3000]", "");
    }

    /** A number that means a day of this file, or the digits of one. */
    static Optional<LocalDate> day(XlsxFile.Cell number, XlsxFile file) {
        return day(EIGHT_DIGITS, number.text()).or(() -> Optional.ofNullable(file.dayOf(new BigDecimal(number.text()))));
    }

    /** A date in any of the ways to write one. */
    static Optional<LocalDate> day(String typed) {
        Matcher month = END_OF_MONTH.matcher(typed);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2));
            return number < 1 || number > 12 ? Optional.empty() : Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), number).atEndOfMonth());
        }
        return day(DAY, typed).or(() -> day(EIGHT_DIGITS, typed));
    }

    private static Optional<LocalDate> day(Pattern form, String typed) {
        Matcher day = form.matcher(typed);
        if (!day.matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A whole number, typed as one or as a text. */
    static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,6}(?:\\.0+)?") ? Optional.of(Integer.parseInt(typed.replaceAll("\\..*", ""))) : Optional.empty();
    }

    /** Names in one cell, each without blanks at its ends. */
    static List<String> names(String typed) {
        return Arrays.stream(SEPARATOR.split(typed)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** One line a measure; where the lines are numbered, a line without a number goes on with the one above. */
    static List<String> measures(String typed) {
        List<String> lines = typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) return List.of();
        Pattern numbering = DIGITS.matcher(lines.get(0)).find() ? DIGITS : WORDS.matcher(lines.get(0)).find() ? WORDS : null;
        if (numbering == null) return lines;
        List<String> measures = new ArrayList<>();
        for (String line : lines) {
            Matcher number = numbering.matcher(line);
            if (number.find()) measures.add(line.substring(number.end()).strip());
            else measures.set(measures.size() - 1, measures.get(measures.size() - 1) + "\n" + line);
        }
        return measures.stream().filter(measure -> !measure.isEmpty()).toList();
    }

    /** A problem in one cell: its title stands above its text, or it is but one sentence. */
    record Problem(String title, String text) {

        private static final int LONGEST_TITLE = 60;

        /** It is but one line, and no longer than a title. */
        static boolean isOneLine(String typed) {
            return typed.indexOf('\n') < 0 && typed.length() <= LONGEST_TITLE;
        }

        static Problem of(String typed) {
            int end = typed.indexOf('\n');
            if (end > 0) return new Problem(typed.substring(0, end).strip(), typed.substring(end).strip());
            if (isOneLine(typed)) return new Problem(typed, typed);
            String sentence = typed.split("[。；;]", 2)[0].strip();
            return new Problem(sentence.length() <= LONGEST_TITLE && !sentence.isEmpty() ? sentence : typed.substring(0, LONGEST_TITLE) + "…", typed);
        }
    }
}

package org.rectification.feedback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paragraph says it is about, and what it goes on to say.
 *
 * @param title without its full stop
 * @param rest  empty where the paragraph is nothing but its heading
 */
record Heading(String title, String rest) {

    private static final int LONGEST_SENTENCE = 60;
    private static final int LONGEST_BEFORE_COLON = 40;
    private static final int LONGEST_WHOLE = 100;
    /** No heading ends after this many characters. */
    private static final int LOOKED_AT = 300;
    private static final Pattern CONCERNING = Pattern.compile("问题(?:的?整改(?:落实|完成|进展|工作)?(?:情况)?)?(?=[。：:；;，,！\\s　]|$)");
    private static final Pattern AS_RECTIFIED = Pattern.compile("(?<=问题)的?整改(?:落实|完成|进展|工作)?(?:情况)?$");
    private static final String OPENING = "“‘《（(「『【";
    private static final String CLOSING = "”’》）)」』】";

    /** The heading of a problem. Where the first sentence is too long for one, it is shortened and the rest is all of the text. */
    static Heading of(String text) {
        if (text.startsWith("关于")) {
            Matcher concerning = CONCERNING.matcher(text).region(0, Math.min(LOOKED_AT, text.length()));
            while (concerning.find()) if (depthAt(text, concerning.end()) == 0) return cut(text, concerning.end());
        }
        int stop = firstOutsideQuotes(text, "。！；;");
        int colon = firstOutsideQuotes(text, "：:");
        if (colon > 1 && colon < Math.min(stop, LONGEST_BEFORE_COLON) && colon < text.length() - 1) return cut(text, colon);
        if (stop <= LONGEST_SENTENCE) return cut(text, stop);
        if (stop >= text.length() - 1 && text.length() <= LONGEST_WHOLE) return cut(text, stop);
        return new Heading(shortened(text), text);
    }

    /** The heading of what stands above problems: its first sentence, whatever colons are in it. */
    static Heading above(String text) {
        return cut(text, firstOutsideQuotes(text, "。"));
    }

    private static Heading cut(String text, int at) {
        String title = AS_RECTIFIED.matcher(text.substring(0, at).strip()).replaceFirst("");
        return new Heading(title, text.substring(at).replaceFirst("^[。：:；;，,！\\s　]+", ""));
    }

    private static String shortened(String text) {
        String start = text.substring(0, Math.min(LONGEST_SENTENCE, text.length()));
        int comma = Math.max(start.lastIndexOf('，'), start.lastIndexOf('、'));
        return comma > 10 ? start.substring(0, comma) : start + (start.length() < text.length() ? "…" : "");
    }

    /** Where the first of these marks stands outside quotes and brackets, the text's end where none does. An opening mark that nobody closed counts for nothing. */
    private static int firstOutsideQuotes(String text, String marks) {
        String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
        for (int i = 0; i < start.length(); i++) if (marks.indexOf(start.charAt(i)) >= 0 && depthAt(start, i) == 0) return i;
        return text.length();
    }

    private static int depthAt(String text, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            int opening = OPENING.indexOf(text.charAt(i));
            if (opening >= 0 && text.indexOf(CLOSING.charAt(opening), i) > 0) depth++;
            else if (CLOSING.indexOf(text.charAt(i)) >= 0 && depth > 0) depth--;
        }
        return depth;
    }
}

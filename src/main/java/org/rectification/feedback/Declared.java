package org.rectification.feedback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many problems a document says that the feedback named.
 *
 * @param words as they stand in the document
 */
public record Declared(int problems, String words) {

    private static final String NUMBER = "(?<![第\\d一二三四五六七八九十百])(\\d{1,4}|[一二三四五六七八九十百]{1,5})[个项条]";
    /** 整改25个问题 is what was done, 需整改31个问题 what is to be. */
    private static final String DEALT_WITH = "(?<![需应须待要求即令当]|限期)(?:整改|销号|办结|解决|化解)(?:了|到位)?(?=(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})[个项条]?(?:具体|突出|主要)?问题)";
    /** Between the feedback and the number; what somebody finished or found himself is another number. */
    private static final String BETWEEN = "(?:(?!反馈|指出|发现|已|完成|自查|" + DEALT_WITH + ")[^。；;]){0,30}?";
    private static final Pattern SAID = Pattern.compile("(?:反馈|指出|(?<!自查[^。；;]{0,6})发现)" + BETWEEN + "(?:" + NUMBER + "(?:具体|突出|主要)?问题|问题(?:共|共有|共计|计)?" + NUMBER + "(?!方面))");

    static Optional<Declared> in(String text) {
        Matcher said = SAID.matcher(text);
        return said.find() ? Optional.of(new Declared(Numbering.value(said.group(1) == null ? said.group(2) : said.group(1)), said.group())) : Optional.empty();
    }
}

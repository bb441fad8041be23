package org.rectification.feedback;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/** Counts Word's automatic numbers, which stand in no text, and writes them as Word shows them. To be asked once for each paragraph, in their order. */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private final XWPFDocument document;
    private final Map<BigInteger, int[]> counts = new HashMap<>();
    private final Set<BigInteger> begun = new HashSet<>();

    WordNumbering(XWPFDocument document) {
        this.document = document;
    }

    /** Which list a paragraph belongs to, and how deep in it. */
    private record Place(BigInteger list, int level) {}

    /** Empty where the paragraph has no automatic number. */
    String before(XWPFParagraph paragraph) {
        Place place = place(paragraph);
        XWPFNumbering numbering = document.getNumbering();
        XWPFNum list = place == null || numbering == null ? null : numbering.getNum(place.list());
        if (list == null || paragraph.getText().isBlank()) return "";
        BigInteger shared = list.getCTNum().getAbstractNumId().getVal();
        if (numbering.getAbstractNum(shared) == null) return "";
        CTLvl[] levels = levels(numbering.getAbstractNum(shared).getCTAbstractNum(), list);
        int[] count = counts.computeIfAbsent(shared, none -> new int[LEVELS]);
        if (begun.add(place.list())) restart(list, count);
        count(levels, count, place.level());
        return shown(levels, count, place.level());
    }

    private Place place(XWPFParagraph paragraph) {
        CTNumPr own = paragraph.getCTP().getPPr() == null ? null : paragraph.getCTP().getPPr().getNumPr();
        if (own != null && own.getNumId() != null) return own.getNumId().getVal().signum() == 0 ? null : new Place(own.getNumId().getVal(), level(own));
        Set<String> seen = new HashSet<>();
        for (String id = paragraph.getStyleID(); id != null && document.getStyles() != null && seen.add(id); ) {
            XWPFStyle style = document.getStyles().getStyle(id);
            if (style == null) return null;
            CTPPrGeneral properties = style.getCTStyle().getPPr();
            CTNumPr ofStyle = properties == null ? null : properties.getNumPr();
            if (ofStyle != null && ofStyle.getNumId() != null) return ofStyle.getNumId().getVal().signum() == 0 ? null : new Place(ofStyle.getNumId().getVal(), own != null ? level(own) : levelOfStyle(ofStyle, id));
            id = style.getBasisStyleID();
        }
        return null;
    }

    private static int level(CTNumPr place) {
        return place.getIlvl() == null ? 0 : Math.min(place.getIlvl().getVal().intValue(), LEVELS - 1);
    }

    /** A style may leave it to the list to say at which level it stands. */
    private int levelOfStyle(CTNumPr ofStyle, String styleId) {
        XWPFNum list = document.getNumbering() == null ? null : document.getNumbering().getNum(ofStyle.getNumId().getVal());
        if (ofStyle.getIlvl() != null || list == null || document.getNumbering().getAbstractNum(list.getCTNum().getAbstractNumId().getVal()) == null) return level(ofStyle);
        for (CTLvl each : document.getNumbering().getAbstractNum(list.getCTNum().getAbstractNumId().getVal()).getCTAbstractNum().getLvlList()) {
            if (each.getPStyle() != null && each.getPStyle().getVal().equals(styleId)) return Math.min(each.getIlvl().intValue(), LEVELS - 1);
        }
        return 0;
    }

    private static CTLvl[] levels(CTAbstractNum shared, XWPFNum list) {
        CTLvl[] levels = new CTLvl[LEVELS];
        for (CTLvl each : shared.getLvlList()) if (each.getIlvl().intValue() < LEVELS) levels[each.getIlvl().intValue()] = each;
        for (CTNumLvl override : list.getCTNum().getLvlOverrideList()) {
            if (override.getLvl() != null && override.getIlvl().intValue() < LEVELS) levels[override.getIlvl().intValue()] = override.getLvl();
        }
        return levels;
    }

    private static void restart(XWPFNum list, int[] count) {
        for (CTNumLvl override : list.getCTNum().getLvlOverrideList()) {
            if (override.getStartOverride() != null && override.getIlvl().intValue() < LEVELS) count[override.getIlvl().intValue()] = override.getStartOverride().getVal().intValue() - 1;
        }
    }

    private static void count(CTLvl[] levels, int[] count, int level) {
        for (int above = 0; above <= level; above++) {
            if (count[above] == 0) count[above] = start(levels[above]);
            else if (above == level) count[above]++;
        }
        for (int below = level + 1; below < LEVELS; below++) if (!runsOn(levels[below])) count[below] = 0;
    }

    /** lvlRestart 0: never begins again below a new heading. */
    private static boolean runsOn(CTLvl level) {
        return level != null && level.getLvlRestart() != null && level.getLvlRestart().getVal().signum() == 0;
    }

    private static int start(CTLvl level) {
        return level == null || level.getStart() == null ? 1 : level.getStart().getVal().intValue();
    }

    private static String shown(CTLvl[] levels, int[] count, int level) {
        if (levels[level] == null || levels[level].getLvlText() == null || levels[level].getLvlText().getVal() == null) return "";
        if (numeral(1, format(levels[level])) == null) return "";
        Matcher place = PLACE.matcher(levels[level].getLvlText().getVal());
        StringBuilder shown = new StringBuilder();
        while (place.find()) {
            int at = place.group(1).charAt(0) - '1';
            String numeral = levels[at] == null ? null : numeral(count[at], format(levels[at]));
            if (numeral == null) return "";
            place.appendReplacement(shown, Matcher.quoteReplacement(numeral));
        }
        return place.appendTail(shown).append(' ').toString();
    }

    private static String format(CTLvl level) {
        return level.getNumFmt() == null ? "decimal" : level.getNumFmt().getVal().toString();
    }

    /** Null for bullets and for kinds of numbers that no official document uses. */
    private static String numeral(int count, String format) {
        return switch (format) {
            case "decimal", "decimalZero", "decimalFullWidth", "decimalHalfWidth", "decimalFullWidth2" -> String.valueOf(count);
            case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand" -> chinese(count);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> count <= 20 ? String.valueOf((char) ('①' + count - 1)) : String.valueOf(count);
            case "decimalEnclosedParen" -> "（" + count + "）";
            case "decimalEnclosedFullstop" -> count + ".";
            default -> null;
        };
    }

    private static String chinese(int count) {
        String digits = "零一二三四五六七八九";
        if (count >= 100) return String.valueOf(count);
        String ones = count % 10 == 0 && count > 0 ? "" : String.valueOf(digits.charAt(count % 10));
        return count < 10 ? String.valueOf(digits.charAt(count)) : (count < 20 ? "" : digits.charAt(count / 10)) + "十" + ones;
    }
}

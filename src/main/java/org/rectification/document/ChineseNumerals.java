package org.rectification.document;

/** 一、二 … 十、十一 … 一百零一, as headings are numbered. */
public final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumerals() {}

    /** @param number from 1 to 999; others stay in Arabic figures */
    public static String of(int number) {
        if (number < 1 || number > 999) return String.valueOf(number);
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        StringBuilder text = new StringBuilder();
        if (hundreds > 0) text.append(DIGITS.charAt(hundreds)).append('百');
        if (tens > 0) text.append(tens == 1 && hundreds == 0 ? "" : DIGITS.charAt(tens)).append('十');
        else if (hundreds > 0 && ones > 0) text.append('零');
        if (ones > 0) text.append(DIGITS.charAt(ones));
        return text.toString();
    }
}

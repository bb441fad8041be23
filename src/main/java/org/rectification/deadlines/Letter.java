package org.rectification.deadlines;

import java.time.LocalDate;
import java.util.List;

/**
 * 文书: what a letter says, line by line.
 *
 * @param number     督办〔2026〕3号
 * @param paragraphs the body, without the addressee
 */
public record Letter(String title, String number, String addressee, List<String> paragraphs, String office, LocalDate date) {

    /** 环境卫生科-督办〔2026〕3号.docx. */
    public String fileName() {
        return addressee + "-" + number + ".docx";
    }
}

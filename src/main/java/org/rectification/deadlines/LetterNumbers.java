package org.rectification.deadlines;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Running numbers per kind and year. The count is locked until the letter's step is written, so that no number is given twice or left out. */
@Component
class LetterNumbers {

    private final JdbcClient jdbc;

    LetterNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the first of so many numbers */
    int next(String letter, int year, int howMany) {
        LetterKind.of(letter);
        if (jdbc.sql("update ledger.letter_count set last_number = last_number + ? where letter = ? and letter_year = ?").params(howMany, letter, year).update() == 0) {
            jdbc.sql("insert into ledger.letter_count (letter, letter_year, last_number) values (?, ?, ?)").params(letter, year, howMany).update();
        }
        return jdbc.sql("select last_number from ledger.letter_count where letter = ? and letter_year = ?").params(letter, year).query(Integer.class).single() - howMany + 1;
    }
}

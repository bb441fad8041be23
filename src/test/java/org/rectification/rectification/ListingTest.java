package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.rectification.Listing.Wanted;
import org.rectification.refusal.Refusal;

class ListingTest {

    @Test
    void withoutAWishThereAreFiftyRowsOfTheFirstPageInNaturalOrder() {
        assertThat(wanted(null, null, null)).isEqualTo(new Wanted(0, 50, "t.id"));
        assertThat(wanted("", " ", "")).isEqualTo(new Wanted(0, 50, "t.id"));
    }

    @Test
    void aPageStartsWhereTheOnesBeforeEnd() {
        assertThat(wanted("3", "200", null).offset()).isEqualTo(600);
        assertThat(wanted("1000000", "200", null).offset()).isEqualTo(200_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"title,asc|t.title asc, t.id", "title,desc|t.title desc, t.id", "title|t.title asc, t.id", "title,DESC|t.title desc, t.id"})
    void aSortNamesAFieldAndADirection(String sort, String orderBy) {
        assertThat(wanted(null, null, sort).orderBy()).isEqualTo(orderBy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.title", "title,up", "title,asc,desc", "title; drop table x", ",asc", "unknown"})
    void anyOtherSortIsRefused(String sort) {
        assertThatThrownBy(() -> wanted(null, null, sort)).isInstanceOf(Refusal.class).hasMessageContaining("可用字段：title");
    }

    @Test
    void everyWrongWishIsNamedAtOnce() {
        for (String wrong : new String[] {"-1", "x", "1.5", "99999999999"}) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> wanted(wrong, wrong, "?"));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT);
            assertThat(refusal.flaws()).extracting(Refusal.Flaw::field).containsExactly("page", "size", "sort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201"})
    void aPageHasOneToTwoHundredRows(String size) {
        assertThatThrownBy(() -> wanted(null, size, null)).isInstanceOf(Refusal.class).hasMessageContaining("1至200");
    }

    private static Wanted wanted(String page, String size, String sort) {
        return Wanted.read(page, size, sort, Map.of("title", "t.title"), "t.id");
    }
}

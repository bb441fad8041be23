package org.rectification.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectification.refusal.Flaws;

/** 联系方式 of a bulletin: whoever reads it has to be able to reach somebody. */
class ContactsTest {

    @Test
    void whatNobodyCanBeReachedAtIsNamed() {
        assertThat(flawless(new Contacts("12ab", null, null))).isFalse();
        assertThat(flawless(new Contacts("0533-1234567", "不是邮箱", null))).isFalse();
    }

    @Test
    void numbersMayBeShortOrSeveralAndAllMayBeMissing() {
        assertThat(flawless(new Contacts("12345", "zgb@csglj.example", null))).isTrue();
        assertThat(flawless(new Contacts("0533-1234567、1234568（转801）", null, "人民路1号"))).isTrue();
        assertThat(flawless(new Contacts(null, null, null))).isTrue();
    }

    private static boolean flawless(Contacts contacts) {
        Flaws flaws = new Flaws();
        contacts.check(flaws);
        return flaws.isEmpty();
    }
}

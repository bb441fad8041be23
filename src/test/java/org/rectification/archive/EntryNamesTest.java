package org.rectification.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNamesTest {

    private final EntryNames names = new EntryNames();

    @Test
    void aNameIsGivenOnceWhateverItsCase() {
        assertThat(names.path("佐证材料", "照片.JPG")).isEqualTo("佐证材料/照片.JPG");
        assertThat(names.path("佐证材料", "照片.jpg")).isEqualTo("佐证材料/照片 (2).jpg");
        assertThat(names.path("佐证材料", "照片.jpg")).isEqualTo("佐证材料/照片 (3).jpg");
        assertThat(names.path("回头看材料", "照片.jpg")).isEqualTo("回头看材料/照片.jpg");
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, 夹/passwd", "'..\\..\\开机启动.bat', 夹/开机启动.bat", ".., 夹/_", ".profile, 夹/_profile", "'a:b?.pdf', 夹/a_b_.pdf", "'尾. ', 夹/尾_", "'', 夹/_"})
    void noNameLeadsOutOfItsFolder(String fileName, String path) {
        assertThat(names.path("夹", fileName)).isEqualTo(path);
    }

    @Test
    void whatCannotBeSeenBecomesVisible() {
        assertThat(names.path("夹", "a\u0000\n\u0085\u202egpj.exe")).isEqualTo("夹/a____gpj.exe");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String path = names.path("夹", "𠮷长".repeat(100) + ".pdf");
        assertThat(path).endsWith(".pdf").doesNotContain("\ufffd");
        assertThat(path.substring(2).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(220, 230);
    }
}

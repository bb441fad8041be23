package org.rectification.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final EvidenceFile FIRST = file(1, "方案.pdf", 100, "aa");
    private static final EvidenceFile SECOND = file(2, "照片.jpg", 200, "bb");
    private static final Manifest MANIFEST = new Manifest(List.of(FIRST, SECOND));

    @Test
    void theHashIsThatOfTheFilesInOrderOfFiling() {
        assertThat(MANIFEST.hash()).matches("[0-9a-f]{64}").isEqualTo(new Manifest(List.of(SECOND, FIRST)).hash());
    }

    @Test
    void anotherByteNameSizeOrFileGivesAnotherHash() {
        assertThat(List.of(
                new Manifest(List.of(FIRST)).hash(),
                new Manifest(List.of(FIRST, SECOND, file(3, "清单.xlsx", 1, "cc"))).hash(),
                new Manifest(List.of(FIRST, file(2, "照片.jpg", 200, "bc"))).hash(),
                new Manifest(List.of(FIRST, file(2, "照片2.jpg", 200, "bb"))).hash(),
                new Manifest(List.of(FIRST, file(2, "照片.jpg", 201, "bb"))).hash(),
                new Manifest(List.of(FIRST, file(3, "照片.jpg", 200, "bb"))).hash(),
                new Manifest(List.of()).hash())).doesNotContain(MANIFEST.hash()).doesNotHaveDuplicates();
    }

    @Test
    void itKnowsWhoUploaded() {
        assertThat(MANIFEST.uploadedBy("sanitation1")).isTrue();
        assertThat(MANIFEST.uploadedBy("sanitation2")).isFalse();
        assertThat(new Manifest(List.of()).isEmpty()).isTrue();
    }

    @Test
    void whichMeasureAFileShowsIsNoPartOfWhatWasDecidedOn() {
        EvidenceFile shown = new EvidenceFile(1, "T", 1, "方案.pdf", FileKind.PDF, 100, "aa", "sanitation1", FIRST.uploadedAt(), 2);
        assertThat(new Manifest(List.of(shown, SECOND)).hash()).isEqualTo(MANIFEST.hash());
    }

    private static EvidenceFile file(long id, String name, long size, String sha256) {
        return new EvidenceFile(id, "T", 1, name, FileKind.PDF, size, sha256, "sanitation1", LocalDateTime.of(2026, 11, 21, 9, 0), null);
    }
}

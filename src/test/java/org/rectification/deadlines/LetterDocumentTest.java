package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class LetterDocumentTest {

    private final byte[] docx = LetterDocument.of(new Letter("督办单", "督办〔2026〕3号", "环境卫生科", List.of("事实。", "要求。"), "某局办公室", LocalDate.of(2026, 11, 3)));

    private Map<String, String> parts() throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }

    @Test
    void itReadsFromTitleToDate() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().stream().map(paragraph -> paragraph.getText()))
                    .containsExactly("督办单", "督办〔2026〕3号", "", "环境卫生科：", "事实。", "要求。", "", "某局办公室", "2026年11月3日");
        }
    }

    @Test
    void itIsAnOfficialDocumentOnEveryMachine() throws IOException {
        assertThat(parts().get("word/document.xml")).contains("w:w=\"11906\" w:h=\"16838\"", "方正小标宋简体", "仿宋_GB2312");
        assertThat(parts().get("word/fontTable.xml")).startsWith("<?xml").contains("<w:altName w:val=\"宋体\"/>");
        assertThat(parts().get("word/_rels/document.xml.rels")).contains("fontTable.xml");
    }
}

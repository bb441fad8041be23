package org.rectification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class OfficialDocumentTest {

    static byte[] document() {
        return new OfficialDocument("某局", LocalDate.of(2026, 11, 22)).title("通报").heading("一、情况").subheading("（一）方面").item("1. 问题").paragraph("情况。").paragraph("进度：", "已完成“专项”。", true)
                .table(List.of("方面", "数"), List.of(3, 1), List.of(List.of("甲", "1")), List.of(0)).signature("某局", "2026年11月22日").pageNumbers().bytes();
    }

    @Test
    void theSameLinesMakeTheSameBytesInEveryTimeZone() {
        byte[] here = document();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(document()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void itFollowsTheStandardAndNamesNobody() throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(parts.get("word/document.xml")).contains("w:top=\"2098\"", "w:bottom=\"1984\"", "w:left=\"1588\"", "w:right=\"1474\"", "<w:tblHeader", "楷体_GB2312", "黑体", "仿宋_GB2312", "w:hint=\"eastAsia\"",
                "w:line=\"578\" w:lineRule=\"exact\"", "w:firstLine=\"640\"");
        assertThat(parts.get("word/settings.xml")).contains("evenAndOddHeaders");
        assertThat(parts.get("word/footer1.xml")).contains("PAGE", "w:val=\"right\"");
        assertThat(parts.get("word/footer2.xml")).contains("PAGE", "w:val=\"left\"");
        assertThat(parts.get("docProps/core.xml")).contains("某局", "2026-11-22T00:00:00Z");
        assertThat(String.join("", parts.values())).doesNotContain("Apache", "POI", System.getProperty("user.home"));
    }

    @Test
    void whatBelongsTogetherIsNotPartedByAPage() throws IOException {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document()))) {
            Map<String, XWPFParagraph> paragraphs = read.getParagraphs().stream().collect(Collectors.toMap(XWPFParagraph::getText, each -> each, (one, other) -> one));
            for (String kept : List.of("一、情况", "（一）方面", "1. 问题", "进度：已完成“专项”。", "某局")) assertThat(paragraphs.get(kept).isKeepNext()).as(kept).isTrue();
            assertThat(paragraphs.get("情况。").isKeepNext()).isFalse();
            assertThat(paragraphs.get("情况。").getCTP().getPPr().isSetWidowControl()).isTrue();
        }
    }

    @Test
    void aLongTitleBreaksWhereAReaderPauses() {
        assertThat(TitleLines.of("市城市管理局关于巡察整改进展情况的通报", 20)).hasSize(1);
        assertThat(TitleLines.of("中共某市城市管理局党组关于巡察整改进展情况的通报", 20)).containsExactly("中共某市城市管理局党组", "关于巡察整改进展情况的通报");
        assertThat(TitleLines.of("中共某某市城市管理局党组关于市委第二巡察组2021年常规巡察反馈意见整改进展情况的通报", 20))
                .containsExactly("中共某某市城市管理局党组", "关于市委第二巡察组2021年常规巡察", "反馈意见整改进展情况的通报");
        String words = "关于落实" + "某".repeat(13) + "2021年度“三个一批”专项整治12345678901234567890123个点位的补充通报（第1号）";
        assertThat(TitleLines.of(words, 20)).noneMatch(line -> line.matches("[年度个的”）].*|.*\\d"));
        assertThat(String.join("", TitleLines.of(words, 20))).isEqualTo(words);
    }

    @Test
    void headingsAreCountedInChinese() {
        assertThat(List.of(1, 10, 11, 20, 31, 100, 101, 115)).extracting(ChineseNumerals::of).containsExactly("一", "十", "十一", "二十", "三十一", "一百", "一百零一", "一百一十五");
    }
}

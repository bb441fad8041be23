package org.rectification.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.rectification.evidence.EvidenceStore;

/** A paper of the demo as somebody may have scanned it: a page of PDF that says what it shows. */
public record SamplePaper(String name, byte[] content) implements EvidenceStore.Upload {

    private static final int LINE = 26;
    /** Viewers bring the typeface along. */
    private static final List<String> FONT = List.of("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");

    /**
     * @param about number of what it was made for
     * @param text  what was done or found
     * @param by    姓名
     */
    public static SamplePaper of(String name, String about, String text, String by, LocalDate on) {
        List<String> lines = new ArrayList<>(List.of(name, "", "编号：" + about, "经办：" + by + "　　日期：" + on, ""));
        for (int from = 0; from < text.length(); from += LINE) lines.add(text.substring(from, Math.min(text.length(), from + LINE)));
        lines.addAll(List.of("", "（演示材料）"));
        return new SamplePaper(name, pdf(lines));
    }

    private static byte[] pdf(List<String> lines) {
        String page = "BT /F1 16 Tf 72 760 Td 28 TL " + lines.stream().map(line -> "<" + HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)) + "> Tj T*").collect(Collectors.joining(" ")) + " ET";
        List<String> objects = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream"));
        objects.addAll(FONT);
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int at = 0; at < objects.size(); at++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(at + 1).append(" 0 obj\n").append(objects.get(at)).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(places).append("trailer << /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String fileName() {
        return name + ".pdf";
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}

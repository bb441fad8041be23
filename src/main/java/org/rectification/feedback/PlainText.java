package org.rectification.feedback;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rectification.refusal.Refusal;

/** A text file as Windows and others save it: UTF-8, UTF-16 by its mark, or GB18030; one paragraph a line. */
final class PlainText {

    private PlainText() {}

    static List<Paragraph> read(String fileName, byte[] content) {
        String text = decoded(fileName, content);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\r\f\u001a".indexOf(c) < 0)) throw Refusal.wrongFileType("“" + fileName + "”不是文本文件，请另存为 txt 后再上传");
        return text.lines().map(Paragraph::of).toList();
    }

    private static String decoded(String fileName, byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        Charset[] possible = mark == 0xfffe || mark == 0xfeff ? new Charset[] {StandardCharsets.UTF_16} : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")};
        for (Charset charset : possible) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next one may fit
            }
        }
        throw Refusal.ofInput("file", "“" + fileName + "”的文字编码认不出来，请用记事本打开，另存为 UTF-8 编码后再上传");
    }
}

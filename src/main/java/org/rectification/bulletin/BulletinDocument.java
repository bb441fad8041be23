package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.rectification.bulletin.Block.Heading;
import org.rectification.bulletin.Block.Marking;
import org.rectification.bulletin.Block.Paragraph;
import org.rectification.bulletin.Block.Signature;
import org.rectification.bulletin.Block.Table;
import org.rectification.bulletin.Block.Title;
import org.rectification.document.OfficialDocument;

/** A laid out bulletin as a Word file. */
final class BulletinDocument {

    private BulletinDocument() {}

    /** @param creator the body that issues it, the only name in the file's properties */
    static byte[] of(List<Block> blocks, String creator, LocalDate asOf) {
        OfficialDocument document = new OfficialDocument(creator, asOf);
        blocks.forEach(block -> write(document, block));
        return document.pageNumbers().bytes();
    }

    private static void write(OfficialDocument document, Block block) {
        if (block instanceof Title title) document.title(title.text()).blank();
        else if (block instanceof Marking marking) document.marking(marking.text());
        else if (block instanceof Heading heading) write(document, heading);
        else if (block instanceof Paragraph paragraph) document.paragraph(paragraph.lead(), paragraph.text(), paragraph.kept());
        else if (block instanceof Table table) document.table(table.header(), table.shares(), table.rows(), table.left());
        else if (block instanceof Signature signature) document.signature(signature.body(), signature.date());
    }

    private static void write(OfficialDocument document, Heading heading) {
        switch (heading.level()) {
            case 1 -> document.heading(heading.text());
            case 2 -> document.subheading(heading.text());
            default -> document.item(heading.text());
        }
    }
}

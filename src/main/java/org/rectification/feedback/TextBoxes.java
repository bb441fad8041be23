package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.w3c.dom.Node;

/** What stands in the text boxes and shapes that hang on a paragraph, which a reader of the page sees like any other text. */
final class TextBoxes {

    /** What is within the node, without the node. */
    private static final XmlOptions CONTENT = new XmlOptions().setLoadReplaceDocumentElement(null);

    private final XWPFParagraph holder;
    private final List<IBodyElement> found = new ArrayList<>();

    private TextBoxes(XWPFParagraph holder) {
        this.holder = holder;
    }

    static List<IBodyElement> in(XWPFParagraph holder) {
        TextBoxes boxes = new TextBoxes(holder);
        boxes.lookIn(holder.getCTP().getDomNode());
        return boxes.found;
    }

    private void lookIn(Node node) {
        int before = found.size();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            // Word writes a box twice, for itself and for programs that know only the older kind.
            boolean again = "Fallback".equals(child.getLocalName()) && found.size() > before;
            if ("txbxContent".equals(child.getLocalName())) take(child);
            else if (!again) lookIn(child);
        }
    }

    private void take(Node box) {
        try {
            for (Node child = box.getFirstChild(); child != null; child = child.getNextSibling()) {
                if ("p".equals(child.getLocalName())) found.add(new XWPFParagraph(CTP.Factory.parse(child, CONTENT), holder.getBody()));
                else if ("tbl".equals(child.getLocalName())) found.add(new XWPFTable(CTTbl.Factory.parse(child, CONTENT), holder.getBody()));
            }
        } catch (XmlException e) {
            throw new IllegalStateException("a text box cannot be understood", e);
        }
    }
}

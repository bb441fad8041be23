package org.rectification.deadlines;

import org.rectification.document.OfficialDocument;

/** A letter as a Word file in the layout of official documents. */
public final class LetterDocument {

    private LetterDocument() {}

    public static byte[] of(Letter letter) {
        OfficialDocument document = new OfficialDocument(letter.office(), letter.date()).title(letter.title()).centred(letter.number()).blank().addressee(letter.addressee() + "：");
        letter.paragraphs().forEach(document::paragraph);
        return document.signature(letter.office(), OfficialDocument.day(letter.date())).bytes();
    }
}

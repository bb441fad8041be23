package org.rectification.evidence.web;

import java.nio.charset.StandardCharsets;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A file on its way out of the store: shown in the page where a browser can, otherwise saved. */
public final class FileAnswer {

    private FileAnswer() {}

    public static ResponseEntity<StreamingResponseBody> of(EvidenceStore evidence, EvidenceFile file) {
        ContentDisposition disposition = (file.kind().isShownInline() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.fileName(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.kind().contentType())).contentLength(file.size())
                .header("Content-Disposition", disposition.toString()).header("X-Content-Type-Options", "nosniff")
                .body(to -> evidence.write(file, to));
    }
}

package org.rectification.supervision.web;

import java.time.LocalDateTime;
import java.util.Map;
import org.rectification.supervision.SupervisionFile;

/** @param kept whether it has been handed on and so can no longer be taken back */
public record FileLine(long id, String fileName, long size, String contentType, boolean inline, String href, String uploadedBy, String uploadedByName,
                       LocalDateTime uploadedAt, boolean kept) {

    static FileLine of(SupervisionFile filed, String folder, boolean kept, Map<String, String> people) {
        var file = filed.file();
        return new FileLine(file.id(), file.fileName(), file.size(), file.kind().contentType(), file.kind().isShownInline(), folder + "/" + file.id(), file.uploadedBy(),
                people.get(file.uploadedBy()), file.uploadedAt(), kept);
    }

    public boolean isPicture() {
        return contentType.startsWith("image/");
    }
}

package org.rectification.evidence.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.rectification.evidence.EvidenceStore;
import org.springframework.web.multipart.MultipartFile;

/** A part of an upload on its way into the store. */
public record UploadedFile(MultipartFile part) implements EvidenceStore.Upload {

    /**
     * Without the nameless empty part that browsers send for a file field nobody touched.
     *
     * @param parts null where the form sent none
     */
    public static List<EvidenceStore.Upload> all(List<MultipartFile> parts) {
        return parts == null ? List.of() : parts.stream().filter(part -> !part.isEmpty() || part.getOriginalFilename() != null && !part.getOriginalFilename().isBlank())
                .map(part -> (EvidenceStore.Upload) new UploadedFile(part)).toList();
    }

    @Override
    public String fileName() {
        return part.getOriginalFilename();
    }

    @Override
    public long size() {
        return part.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        return part.getInputStream();
    }
}

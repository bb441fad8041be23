package org.rectification.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rectification.archive.ArchiveZip;
import org.rectification.archive.TaskArchive;
import org.rectification.archive.TaskArchives;
import org.rectification.organization.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "整改任务", description = "一项任务的全部情况")
class ArchiveController {

    private final TaskArchives archives;
    private final ArchivePage page;
    private final ArchiveZip zip;

    ArchiveController(TaskArchives archives, ArchivePage page, ArchiveZip zip) {
        this.archives = archives;
        this.page = page;
        this.zip = zip;
    }

    /** Written by the request's own thread: an asynchronous answer is cut off after half a minute, and a slow line takes longer for a large archive. */
    @GetMapping("/api/tasks/{taskNumber}/archive.zip")
    @Operation(summary = "一问题一档：任务的全部情况、佐证材料和督办文书，离线可看可打印")
    void archive(@PathVariable String taskNumber, Person reader, HttpServletResponse response) throws IOException {
        TaskArchive archive = archives.of(taskNumber, reader);
        byte[] index = page.of(archive);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(archive.taskNumber() + ".zip").build().toString());
        zip.write(archive, index, response.getOutputStream());
    }
}

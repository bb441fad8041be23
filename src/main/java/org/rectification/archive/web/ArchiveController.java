package org.rectification.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.rectification.archive.ArchiveZip;
import org.rectification.archive.CaseArchive;
import org.rectification.archive.CaseArchives;
import org.rectification.archive.TaskArchives;
import org.rectification.organization.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Written by the request's own thread: an asynchronous answer is cut off after half a minute, and a slow line takes longer for a large archive. */
@RestController
@Tag(name = "整改档案", description = "一问题一档：任务、问题、全案的全部情况和材料，离线可看可打印")
class ArchiveController {

    private final TaskArchives archives;
    private final CaseArchives ofCases;
    private final ArchivePage page;
    private final ArchiveZip zip;

    ArchiveController(TaskArchives archives, CaseArchives ofCases, ArchivePage page, ArchiveZip zip) {
        this.archives = archives;
        this.ofCases = ofCases;
        this.page = page;
        this.zip = zip;
    }

    @GetMapping("/api/tasks/{taskNumber}/archive.zip")
    @Operation(summary = "一项任务的档案：任务的全部情况、佐证材料和督办文书")
    void ofTask(@PathVariable String taskNumber, Person reader, HttpServletResponse response) throws IOException {
        zip.write(page.of(archives.of(taskNumber, reader)), named(taskNumber, response));
    }

    @GetMapping("/api/cases/{caseNumber}/problems/{number}/archive.zip")
    @Operation(summary = "一个问题的档案：其下各项任务的档案合为一份，一份目录；科室只得与本科室有关的任务")
    void ofProblem(@PathVariable String caseNumber, @PathVariable int number, Person reader, HttpServletResponse response) throws IOException {
        zip.write(page.of(ofCases.ofProblem(caseNumber, number, reader)), named(caseNumber + " 问题" + number + "整改档案", response));
    }

    @GetMapping("/api/cases/{caseNumber}/archive.zip")
    @Operation(summary = "全案档案：一份总目录，每个问题一个文件夹；科室只得与本科室有关的任务")
    void ofCase(@PathVariable String caseNumber, Person reader, HttpServletResponse response) throws IOException {
        CaseArchive archive = ofCases.of(caseNumber, reader);
        zip.write(page.of(archive), () -> archive.problems().stream().map(held -> page.of(ofCases.ofProblem(caseNumber, held.problem().number(), reader))).iterator(),
                named(caseNumber + " 整改档案", response));
    }

    private static OutputStream named(String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        ContentDisposition.Builder file = ContentDisposition.attachment();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, (name.chars().allMatch(c -> c < 128) ? file.filename(name + ".zip") : file.filename(name + ".zip", StandardCharsets.UTF_8)).build().toString());
        return response.getOutputStream();
    }
}

package org.rectification.rectification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.HistoricalDraft;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Takeover;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.HistoricalLine;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "接管", description = "把已在纸面上进行的整改接进系统：接管日期、接管前已销号的任务（历史销号）")
class TakeoverController {

    private static final String DAY = "day-";

    private final Takeover takeover;
    private final LedgerView ledger;
    private final TakeoverSheets sheets;
    private final Organization organization;

    TakeoverController(Takeover takeover, LedgerView ledger, TakeoverSheets sheets, Organization organization) {
        this.takeover = takeover;
        this.ledger = ledger;
        this.sheets = sheets;
        this.organization = organization;
    }

    /** @param date ISO, blank or null takes it away */
    record Day(String date) {}

    record TakenOver(String caseNumber, LocalDate date) {}

    @PutMapping("/api/cases/{caseNumber}/takeover")
    @Operation(summary = "下达前设定接管日期；半月报告和逐级督办从这一天起算")
    TakenOver takeOver(@PathVariable String caseNumber, @RequestBody Day day, Person by) {
        return new TakenOver(caseNumber, takeover.takenOver(caseNumber, day.date(), by).takenOverOn());
    }

    @PostMapping(path = "/api/tasks/{taskNumber}/historical-sign-off", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记历史销号：signedOffOn、decidedBy、会议纪要（file）；审定方案中的任务须附 reason；再次提交即改写，纪要累加")
    HistoricalLine record(@PathVariable String taskNumber, @ModelAttribute HistoricalDraft draft, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        takeover.recorded(taskNumber, draft, by, UploadedFile.all(files));
        return ledger.file(taskNumber, by).historicalSignOff();
    }

    record Recorded(String taskNumber, String title, LocalDate signedOffOn, String decidedBy, String recordedByName, List<EvidenceLine> minutes) {}

    /** @param content the first ones of {@code total} */
    record AllRecorded(List<Recorded> content, int total) {}

    @GetMapping("/api/cases/{caseNumber}/historical-sign-offs")
    @Operation(summary = "已登记的历史销号：销号日期、审定的会议或领导、会议纪要")
    AllRecorded recorded(@PathVariable String caseNumber, Person reader) {
        Map<String, String> people = organization.personNames();
        TakeoverSheets.Listed listed = sheets.listed(caseNumber, reader);
        return new AllRecorded(listed.lines().stream().map(line -> new Recorded(line.task().taskNumber(), line.task().title(), line.signOff().signedOffOn(), line.signOff().decidedBy(),
                people.get(line.signOff().recordedBy()), line.minutes().stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList())).toList(), listed.total());
    }

    record SignOffs(List<HistoricalLine> signOffs) {}

    @PostMapping(path = "/api/cases/{caseNumber}/historical-sign-offs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "同一次会议审定的多项任务一并登记历史销号：tasks（任务编号，最多100项）、signedOffOn、decidedBy、会议纪要（file）；某项日期不同的附 day-任务编号；纪要存入每项任务的档案；全部成功或全部不登记")
    SignOffs recordTogether(@PathVariable String caseNumber, @RequestParam(required = false) List<String> tasks, @RequestParam Map<String, String> sent, @ModelAttribute HistoricalDraft draft,
                            @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        takeover.recordedTogether(caseNumber, tasks == null ? List.of() : tasks, days(sent), draft, by, UploadedFile.all(files));
        return new SignOffs(tasks.stream().distinct().map(task -> ledger.file(task, by).historicalSignOff()).toList());
    }

    /** day-任务编号, where it is another day than that of the others. */
    static Map<String, String> days(Map<String, String> sent) {
        return sent.entrySet().stream().filter(field -> field.getKey().startsWith(DAY)).collect(Collectors.toMap(field -> field.getKey().substring(DAY.length()), Map.Entry::getValue));
    }

    @DeleteMapping("/api/tasks/{taskNumber}/historical-sign-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "下达前撤回历史销号，任务照常下达")
    void takeBack(@PathVariable String taskNumber, @RequestParam(required = false) String reason, @RequestBody(required = false) CaseController.Reason body, Person by) {
        takeover.takenBack(taskNumber, CaseController.Reason.either(reason, body), by);
    }
}

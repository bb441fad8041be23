package org.rectification.register.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.web.FileAnswer;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.register.EntryDraft;
import org.rectification.register.EntryKind;
import org.rectification.register.Register;
import org.rectification.register.RegisterFigures;
import org.rectification.register.RegisterFigures.Count;
import org.rectification.register.Registers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/cases/{caseNumber}/registers")
@Tag(name = "台账附册", description = "建章立制 rules、追责问责 accountability、成效数据 results、会议 meetings")
class RegisterController {

    private final Registers registers;
    private final RegisterFigures figures;
    private final RegisterSheets sheets;
    private final LedgerView ledger;
    private final EvidenceStore evidence;

    RegisterController(Registers registers, RegisterFigures figures, RegisterSheets sheets, LedgerView ledger, EvidenceStore evidence) {
        this.registers = registers;
        this.figures = figures;
        this.sheets = sheets;
        this.ledger = ledger;
        this.evidence = evidence;
    }

    record Reason(String reason) {}

    /** @param people and {@code times} add up over the entries */
    record KindLine(EntryKind kind, String name, Count count) {}

    record RegisterLine(String name, Count count, List<KindLine> kinds) {}

    @GetMapping
    @Operation(summary = "四个附册的合计：条数，追责问责的人、人次（people、times），按类别；划去的不计")
    Map<String, RegisterLine> totals(@PathVariable String caseNumber) {
        RegisterFigures.Totals totals = figures.totals(ledger.caseOf(caseNumber).caseNumber());
        return Arrays.stream(Register.values()).collect(Collectors.toMap(Register::path, register -> new RegisterLine(register.label(), totals.of(register),
                register.kinds().stream().map(kind -> new KindLine(kind, kind.label(), totals.of(kind))).toList())));
    }

    @GetMapping("/{register}")
    @Operation(summary = "一个附册的记录，日期新的在前，划去的也在内（struckAt 不为空）")
    Listing<EntryLine> list(@PathVariable String caseNumber, @PathVariable String register, @RequestParam(required = false) String page, @RequestParam(required = false) String size,
                            @RequestParam(required = false) String sort, Person reader) {
        return sheets.list(caseNumber, Register.at(register), page, size, sort, reader);
    }

    @GetMapping("/{register}/{id}")
    @Operation(summary = "一条记录")
    EntryLine entry(@PathVariable String caseNumber, @PathVariable String register, @PathVariable long id, Person reader) {
        return sheets.line(registers.entry(caseNumber, Register.at(register), id), reader);
    }

    @PostMapping("/{register}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "记一条；kind 为类别，problem、task 为所属问题序号、任务编号，可不填；会议用 problems、tasks")
    EntryLine record(@PathVariable String caseNumber, @PathVariable String register, @RequestBody EntryDraft draft, Person by) {
        return sheets.line(registers.recorded(caseNumber, Register.at(register), draft, by, List.of()), by);
    }

    @PostMapping(path = "/{register}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "记一次会议并附纪要扫描件（file）")
    EntryLine record(@PathVariable String caseNumber, @PathVariable String register, @ModelAttribute EntryDraft draft, @RequestPart(name = "file", required = false) List<MultipartFile> files,
                     Person by) {
        return sheets.line(registers.recorded(caseNumber, Register.at(register), draft, by, UploadedFile.all(files)), by);
    }

    @PutMapping("/{register}/{id}")
    @Operation(summary = "更正一条：整条重写并附 reason；载入审定的通报之后不能更正")
    EntryLine correct(@PathVariable String caseNumber, @PathVariable String register, @PathVariable long id, @RequestBody EntryDraft draft, Person by) {
        return sheets.line(registers.corrected(caseNumber, Register.at(register), id, draft, by), by);
    }

    @DeleteMapping("/{register}/{id}")
    @Operation(summary = "划去一条并附 reason：记录留存，不再计入合计")
    EntryLine strikeOut(@PathVariable String caseNumber, @PathVariable String register, @PathVariable long id, @RequestParam(required = false) String reason,
                        @RequestBody(required = false) Reason body, Person by) {
        return sheets.line(registers.struckOut(caseNumber, Register.at(register), id, body != null && body.reason() != null ? body.reason() : reason, by), by);
    }

    @PostMapping(path = "/meetings/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "补传会议纪要扫描件")
    EntryLine upload(@PathVariable String caseNumber, @PathVariable long id, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        registers.minutesFiled(caseNumber, id, by, UploadedFile.all(files));
        return sheets.line(registers.entry(caseNumber, Register.MEETINGS, id), by);
    }

    @PostMapping(path = "/meetings/{id}/files/{fileId}/replacement", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "更换一份传错的会议纪要（file），附 reason；原件作废留存（voidBecause）")
    EntryLine replace(@PathVariable String caseNumber, @PathVariable long id, @PathVariable long fileId, @RequestParam(required = false) String reason,
                      @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        registers.minutesReplaced(caseNumber, id, fileId, reason, by, UploadedFile.all(files));
        return sheets.line(registers.entry(caseNumber, Register.MEETINGS, id), by);
    }

    @GetMapping("/meetings/{id}/files/{fileId}")
    @Operation(summary = "一份会议纪要的内容")
    ResponseEntity<StreamingResponseBody> content(@PathVariable String caseNumber, @PathVariable long id, @PathVariable long fileId) {
        return FileAnswer.of(evidence, registers.minutes(caseNumber, id, fileId));
    }
}

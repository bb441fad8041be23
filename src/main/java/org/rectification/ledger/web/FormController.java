package org.rectification.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.ledger.InspectionForms;
import org.rectification.ledger.InspectionForms.InspectionForm;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/cases/{caseNumber}/form")
@Tag(name = "巡察机构表样", description = "按巡察机构自己的表样报送台账")
class FormController {

    private final InspectionForms forms;
    private final Clock clock;

    FormController(InspectionForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** @param field name of the field, null for none; {@code fieldName} as people know it */
    record Column(int place, String heading, String field, String fieldName) {}

    record Form(String inspectionBody, String fileName, List<Column> columns) {
        static Form of(InspectionForm form) {
            return new Form(form.inspectionBody(), form.file().fileName(), form.columns().stream()
                    .map(column -> new Column(column.place(), column.heading(), column.field() == null ? null : column.field().name(), column.field() == null ? null : column.field().heading())).toList());
        }
    }

    record Columns(List<Column> columns) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传巡察机构的表样（xlsx 或 docx），同一巡察机构的案件共用；按列名自动对应台账的列")
    Form upload(@PathVariable String caseNumber, @RequestPart(required = false) MultipartFile file, Person by) {
        return Form.of(forms.uploaded(caseNumber, sent(file), by));
    }

    @GetMapping
    @Operation(summary = "表样各列对应台账的哪一列，没有对应的为空")
    Form form(@PathVariable String caseNumber) {
        return Form.of(forms.required(caseNumber));
    }

    @PutMapping("/columns")
    @Operation(summary = "改动对应关系；未提交的列保持原样，field 为空的列不填")
    Form match(@PathVariable String caseNumber, @RequestBody Columns sent, Person by) {
        Map<Integer, String> fields = new HashMap<>();
        if (sent.columns() != null) sent.columns().forEach(column -> fields.put(column.place(), column.field()));
        return Form.of(forms.matched(caseNumber, fields, by));
    }

    /** Gathered before it is sent: a form that cannot be filled is answered with the reason. */
    @GetMapping("/filled")
    @Operation(summary = "填好的表样，最多2000行；科室只见与本科室有关的任务")
    void filled(@PathVariable String caseNumber, Person reader, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        forms.fill(caseNumber, reader, filled);
        InspectionForm form = forms.required(caseNumber);
        response.setContentType(form.file().kind().contentType());
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(caseNumber + " " + LocalDate.now(clock) + " " + form.file().fileName(), StandardCharsets.UTF_8).build().toString());
        filled.writeTo(response.getOutputStream());
    }

    static EvidenceStore.Upload sent(MultipartFile file) {
        if (file == null || file.isEmpty()) throw Refusal.ofInput("file", "请选择表样文件（xlsx 或 docx）");
        return new UploadedFile(file);
    }
}

package org.rectification.rectification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseProgressView;
import org.rectification.rectification.MeasureLedger;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "进度", description = "按科室和阶段的任务、措施完成情况")
class ProgressController {

    private final CaseProgressView progress;
    private final MeasureLedger measures;

    ProgressController(CaseProgressView progress, MeasureLedger measures) {
        this.progress = progress;
        this.measures = measures;
    }

    record Tick(String doneOn) {}

    @GetMapping("/api/cases/{caseNumber}/progress")
    @Operation(summary = "按科室和阶段的任务、措施完成情况；科室人员只看到本科室的")
    CaseProgressView.CaseProgress progress(@PathVariable String caseNumber, Person reader) {
        return progress.of(caseNumber, reader);
    }

    @PutMapping("/api/cases/{caseNumber}/phases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "设定各阶段时限，例如 {\"PREPARATION\": \"2026-12-31\"}；留空即取消")
    void setPhaseDeadlines(@PathVariable String caseNumber, @RequestBody Map<String, String> deadlines, Person by) {
        progress.setPhaseDeadlines(caseNumber, deadlines, by);
    }

    @PutMapping("/api/tasks/{taskNumber}/measures/{ordinal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "登记一条措施的完成日期；留空即取消")
    void tick(@PathVariable String taskNumber, @PathVariable int ordinal, @RequestBody Tick tick, Person by) {
        measures.tick(taskNumber, ordinal, tick.doneOn(), by);
    }
}

package org.rectification.rectification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.CaseOpinions;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.Gates;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.TaskDraft;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases")
@Tag(name = "巡察整改", description = "案件、问题和整改任务")
class CaseController {

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final Drafting drafting;
    private final Gates gates;
    private final CaseOpinions opinions;
    private final Organization organization;

    CaseController(LedgerView ledger, LedgerRows rows, Drafting drafting, Gates gates, CaseOpinions opinions, Organization organization) {
        this.ledger = ledger;
        this.rows = rows;
        this.drafting = drafting;
        this.gates = gates;
        this.opinions = opinions;
        this.organization = organization;
    }

    record Problems(List<ProblemDraft> problems) {}

    record Tasks(List<TaskDraft> tasks) {}

    record Texts(int planVersion, String planSummary, String caseSummary) {}

    record Gate(List<String> missing, long stillToRegister, long unexplained) {}

    record Reason(String reason) {

        static String either(String parameter, Reason body) {
            return body != null && body.reason() != null ? body.reason() : parameter;
        }
    }

    @GetMapping
    @Operation(summary = "全部案件及其数字")
    Listing<CaseFigures> cases(@RequestParam(required = false) String page, @RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
        return ledger.cases(page, size, sort);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "一个案件及其数字")
    CaseFigures figures(@PathVariable String caseNumber) {
        return ledger.figures(caseNumber);
    }

    @GetMapping("/{caseNumber}/texts")
    @Operation(summary = "整改方案摘要（第几版）和整改总结，未填写的为空")
    Texts texts(@PathVariable String caseNumber) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        return new Texts(ofCase.planVersion(), ofCase.planSummary(), ofCase.caseSummary());
    }

    @GetMapping("/{caseNumber}/gate")
    @Operation(summary = "当前环节提交前还缺什么；不缺为空。stillToRegister：除去巡察期间移交的，登记的问题比反馈意见载明的少几个；unexplained：多几个。都不妨碍提交，须想清楚")
    Gate gate(@PathVariable String caseNumber) {
        CaseFigures figures = ledger.figures(caseNumber);
        return new Gate(gates.missing(caseNumber).stream().map(Gates.Missing::reason).toList(), figures.stillToRegister(), figures.stage() == CaseStage.REGISTERING ? figures.unexplained() : 0);
    }

    @GetMapping("/{caseNumber}/opinions")
    @Operation(summary = "对整改方案和通报的意见，先提的在前")
    Map<String, List<OpinionLine>> opinions(@PathVariable String caseNumber) {
        Map<String, String> people = organization.personNames();
        return Map.of("opinions", opinions.of(ledger.caseOf(caseNumber).caseNumber()).stream().map(opinion -> OpinionLine.of(opinion, people)).toList());
    }

    @GetMapping("/{caseNumber}/problems")
    @Operation(summary = "问题清单")
    Map<String, List<ProblemLine>> problems(@PathVariable String caseNumber) {
        return Map.of("problems", ledger.problems(caseNumber).stream().map(ProblemLine::of).toList());
    }

    @PostMapping("/{caseNumber}/problems")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记问题，接在已有问题之后；同一方面下同名的问题不能重复")
    Map<String, List<ProblemLine>> addProblems(@PathVariable String caseNumber, @RequestBody Problems sent, Person by) {
        return Map.of("problems", drafting.addProblems(caseNumber, sent.problems(), by).stream().map(ProblemLine::of).toList());
    }

    @PutMapping("/{caseNumber}/problems/{number}")
    @Operation(summary = "修改问题；未提交的项目保持原样，审定方案中的问题须附理由")
    ProblemLine changeProblem(@PathVariable String caseNumber, @PathVariable int number, @RequestBody ProblemDraft sent, Person by) {
        return ProblemLine.of(drafting.changeProblem(caseNumber, number, sent, by));
    }

    @DeleteMapping("/{caseNumber}/problems/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除问题；审定方案中的问题须附理由")
    void removeProblem(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(required = false) String reason,
                       @RequestBody(required = false) Reason body, Person by) {
        drafting.removeProblem(caseNumber, number, Reason.either(reason, body), by);
    }

    @GetMapping("/{caseNumber}/tasks")
    @Operation(summary = "台账行，可按科室、责任领导、灯色、状态、类型、阶段、问题、方面、时限、销号日期和文字筛选；historical=true 只看历史销号")
    Listing<LedgerRow> tasks(@PathVariable String caseNumber, @ParameterObject LedgerFilter filter, @RequestParam(required = false) String page,
                             @RequestParam(required = false) String size, @RequestParam(required = false) String sort, Person reader) {
        return rows.rows(caseNumber, filter, page, size, sort, reader);
    }

    @PostMapping("/{caseNumber}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记整改任务和措施，全部成功或全部不登记，有误的行逐一列出")
    Map<String, List<TaskLine>> addTasks(@PathVariable String caseNumber, @RequestBody Tasks sent, Person by) {
        return Map.of("tasks", drafting.addTasks(caseNumber, sent.tasks(), by).stream().map(task -> TaskLine.of(ledger.draftedTask(task.taskNumber()))).toList());
    }
}

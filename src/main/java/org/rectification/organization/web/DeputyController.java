package org.rectification.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.rectification.organization.Deputies;
import org.rectification.organization.Deputy;
import org.rectification.organization.Person;
import org.rectification.organization.Secretaries;
import org.rectification.organization.Secretary;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/deputies")
@Tag(name = "代理", description = "外出期间由谁代为办理")
class DeputyController {

    private final Deputies deputies;
    private final DeputySheets sheets;
    private final Secretaries secretaries;

    DeputyController(Deputies deputies, DeputySheets sheets, Secretaries secretaries) {
        this.deputies = deputies;
        this.sheets = sheets;
        this.secretaries = secretaries;
    }

    record Lines(List<DeputyLine> deputies) {}

    @GetMapping
    @Operation(summary = "与本人有关的代理，开始日期晚的在前")
    Lines list(Person viewer) {
        return new Lines(sheets.lines(viewer));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记代理：absent、deputy 为账号，from、to 为起止日期（含当日），reason 为事由")
    DeputyLine enter(@RequestBody Deputies.Draft draft, Person by) {
        Deputy entered = deputies.entered(draft, by);
        return sheets.lines(by).stream().filter(line -> line.id() == entered.id()).findFirst().orElseThrow();
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提前结束代理")
    void end(@PathVariable long id, Person by) {
        deputies.ended(id, by);
    }

    record SecretaryLine(long id, String leader, String secretary, LocalDate from, LocalDate to, String state) {}

    record SecretaryLines(List<SecretaryLine> secretaries) {}

    @GetMapping("/secretaries")
    @Operation(summary = "与本人有关的代录人")
    SecretaryLines secretaries(Person viewer) {
        return new SecretaryLines(secretaries.concerning(viewer).stream().map(this::line).toList());
    }

    @PostMapping("/secretaries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记代录人：leader、secretary 为账号，from、to 为起止日期（含当日）；由领导本人或平台管理员登记")
    SecretaryLine name(@RequestBody Secretaries.Draft draft, Person by) {
        return line(secretaries.entered(draft, by));
    }

    @PostMapping("/secretaries/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提前结束代录人")
    void endSecretary(@PathVariable long id, Person by) {
        secretaries.ended(id, by);
    }

    private SecretaryLine line(Secretary each) {
        return new SecretaryLine(each.id(), each.leader(), each.secretary(), each.fromOn(), each.toOn(), each.state(sheets.today()));
    }
}

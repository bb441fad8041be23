package org.rectification.bulletin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rectification.bulletin.Audience;
import org.rectification.bulletin.Bulletin;
import org.rectification.bulletin.BulletinStatus;
import org.rectification.bulletin.BulletinText;
import org.rectification.bulletin.Bulletins;
import org.rectification.bulletin.Ground;
import org.rectification.bulletin.Withholding;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "整改通报", description = "整改进展情况通报和补充通报")
class BulletinController {

    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Bulletins bulletins;

    BulletinController(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    /**
     * @param number     1 is the bulletin itself
     * @param hindrances why the public version is not out; empty where it is, and for those who see no drafts
     * @param withholdings for those who see drafts
     * @param untold      problems whose 整改情况 is empty, likewise
     * @param approvalMeans what 同意 does; empty where it is approved, and for those who see no drafts
     * @param sha256     audience → hash of what was issued
     */
    record Line(int number, String name, BulletinStatus status, String statusName, String asOf, boolean published, List<String> hindrances, List<Withheld> withholdings,
                List<Integer> untold, List<String> approvalMeans, Map<Audience, String> sha256) {}

    /** @param problem null for a passage */
    record Withheld(long id, Integer problem, String passage, Ground ground, Boolean approved, String consentDocument) {}

    @GetMapping("/bulletin.docx")
    @Operation(summary = "通报（Word）：audience=public 公开版，party 党内版；number 为第几份，1（默认）是通报，2起是补充通报。审定前只有整改办和领导小组能取送审稿；公开版未批准公开时为409")
    ResponseEntity<byte[]> docx(@PathVariable String caseNumber, @RequestParam(required = false) String audience, @RequestParam(defaultValue = "1") int number, Person reader) {
        Audience wanted = Audience.of(audience);
        byte[] docx = bulletins.docx(caseNumber, number, wanted, reader);
        Bulletin bulletin = bulletins.find(caseNumber, number).orElseThrow(() -> Refusal.unknown("没有这份通报"));
        String name = caseNumber + " 整改进展情况" + bulletin.name() + "（" + wanted.label() + (bulletin.isApproved() ? "" : "送审稿") + "）.docx";
        return ResponseEntity.ok().contentType(DOCX).header("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(docx);
    }

    @GetMapping("/bulletins")
    @Operation(summary = "通报和历次补充通报，先出的在前；未审定的只有整改办和领导小组可见")
    Map<String, List<Line>> bulletins(@PathVariable String caseNumber, Person reader) {
        return Map.of("bulletins", bulletins.of(caseNumber).stream().filter(each -> each.isApproved() || Bulletins.seesDrafts(reader)).map(each -> line(each, reader)).toList());
    }

    private Line line(Bulletin bulletin, Person reader) {
        BulletinText text = bulletins.text(bulletin.caseNumber(), bulletin.ordinal(), reader);
        boolean inside = Bulletins.seesDrafts(reader);
        return new Line(bulletin.ordinal(), bulletin.name(), bulletin.status(), bulletin.status().label(), bulletin.facts().asOf().toString(), bulletin.isPublished(),
                inside && !bulletin.isPublished() ? text.hindrances() : List.of(), inside ? text.withholdings().stream().map(BulletinController::withheld).toList() : List.of(),
                inside && !bulletin.isApproved() ? text.untold() : List.of(), inside && !bulletin.isApproved() ? text.approvalMeans() : List.of(), bulletins.hashes(bulletin));
    }

    private static Withheld withheld(Withholding of) {
        return new Withheld(of.id(), of.problem(), of.passage(), of.ground(), of.approved(), of.consentDocument());
    }
}

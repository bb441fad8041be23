package org.rectification.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.decision.Batch;
import org.rectification.decision.Deciding;
import org.rectification.decision.Outcome;
import org.rectification.organization.Person;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/decisions")
@Tag(name = "集中办理", description = "等本人审签、核查、审定的任务，一次办理多项")
class DecisionController {

    private final DecisionSheets sheets;
    private final Deciding deciding;

    DecisionController(DecisionSheets sheets, Deciding deciding) {
        this.sheets = sheets;
        this.deciding = deciding;
    }

    record Outcomes(List<Outcome> outcomes) {}

    @GetMapping
    @Operation(summary = "等本人办理的审签、核查、销号审定，按环节和案件分组；total 为总数，最多列出最紧急的100项")
    DecisionSheets.Sheet list(Person viewer) {
        return sheets.of(viewer);
    }

    @PostMapping
    @Operation(summary = "办理一批：step 为 ENDORSE、CHECK、SIGN_OFF；decisions 各写 taskNumber、round（所看的报验轮次）、choice（APPROVE、SUSTAIN 完成并长期坚持、RETURN、SKIP）、opinion；"
            + "RETURN 须有自己的 opinion，其余用共同意见 opinion（默认“同意”）；meeting 为所依据的会议在附册中的编号，可不填。每项各自生效，outcomes 逐项说明办成与否")
    Outcomes decide(@RequestBody Batch batch, Person by) {
        return new Outcomes(deciding.decided(batch, by));
    }
}

package org.rectification.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class BreakGlassPageTest {

    @LocalServerPort int port;

    @Test
    void anAdminSaysWhyAndTheAuditorReadsIt() {
        Session admin = Session.of(port, "admin");
        assertThat(admin.post("/break-glass", Map.of("reason", " ")).words()).contains("请填写应急处置的理由");
        assertThat(admin.post("/break-glass", Map.of("reason", "服务器断电后流程卡住")).words()).contains("应急处置已开启", "服务器断电后流程卡住");

        Session auditor = Session.of(port, "auditor1");
        assertThat(auditor.get("/break-glass").words()).contains("应急处置开启", "服务器断电后流程卡住").containsPattern("至\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d ").doesNotContain("重新计时");
        assertThat(auditor.post("/break-glass", Map.of("reason", "看看")).status()).isEqualTo(403);
        assertThat(Session.of(port, "office1").get("/break-glass").status()).isEqualTo(403);
    }
}

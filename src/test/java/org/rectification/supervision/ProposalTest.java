package org.rectification.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.supervision.DepartmentCheckTest.assertRefused;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A proposal and its answers. */
class ProposalTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 18, 10, 0);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);

    private final Proposal proposal = new Proposal("T-1", 1, "标题", "建议", "finance", null, DUE, "discipline1", NOW);

    @Test
    void anAnswerThatIsRefusedIsKeptAndGivenAgain() {
        assertRefused(() -> proposal.answered("financehead", " ", NOW), "请填写对监督建议的答复");
        proposal.answered("financehead", "已部署", NOW);
        assertRefused(() -> proposal.refused("discipline1", null, DUE, NOW), "退回时请填写意见");
        ProposalAnswer first = proposal.refused("discipline1", "没有时间表", DUE.plusDays(3), NOW);
        assertThat(first).extracting(ProposalAnswer::ordinal, ProposalAnswer::text, ProposalAnswer::accepted, ProposalAnswer::opinion).containsExactly(1, "已部署", false, "没有时间表");
        assertThat(proposal.status()).isEqualTo(ProposalStatus.AWAITING_ANSWER);
        assertThat(proposal.answerDueOn()).isEqualTo(DUE);
        assertThat(proposal.dueOn()).isEqualTo(DUE.plusDays(3));
        proposal.answered("financehead", "已部署，年底前完成", NOW);
        assertThat(proposal.accepted("discipline1", "同意", NOW).ordinal()).isEqualTo(2);
        assertThat(proposal.status().isOpen()).isFalse();
    }

    @Test
    void aRefusalNeverShortensTheTime() {
        proposal.answered("financehead", "已部署", NOW);
        proposal.refused("discipline1", "没有时间表", DUE.minusDays(3), NOW);
        assertThat(proposal.dueOn()).isEqualTo(DUE);
    }

    @Test
    void nobodyAcceptsHisOwnAnswerAndNothingIsDoneOutOfTurn() {
        assertRefused(() -> proposal.accepted("discipline1", null, NOW), "当前为“待答复”，不能审核答复");
        proposal.answered("both1", "已部署", NOW);
        assertRefused(() -> proposal.accepted("both1", null, NOW), "须由其他人审核");
        assertRefused(() -> proposal.answered("both1", "再答", NOW), "当前为“待审核答复”，不能答复");
    }
}

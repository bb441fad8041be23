package org.rectification.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rectification.rectification.Completion;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.Role;
import org.rectification.reporting.StalledTasks.Stalled;

/**
 * 分管领域: the tasks that one leader leads, in all cases that are under way.
 *
 * @param from    first day of what moved; {@code to} the last one
 * @param tasks   signed off out of all
 * @param moves   between the two days, newest first
 * @param overdue of today, as are {@code blocked}, {@code stalled} and {@code dueSoon}
 * @param dueSoon not over yet, due within a fortnight
 */
public record Field(String leader, LocalDate from, LocalDate to, Completion tasks, List<Move> moves, List<LedgerRow> overdue, List<Blocked> blocked,
                    List<Stalled> stalled, List<LedgerRow> dueSoon) {

    /** A signature on a task. */
    public record Move(String taskNumber, String title, String department, int round, Role role, boolean approved, String opinion, LocalDateTime decidedAt) {

        public boolean isSignedOff() {
            return role == Role.SIGNER && approved;
        }

        public boolean isReturned() {
            return !approved;
        }

        /** 销号, 报验, 审签通过, 核查退回. */
        public String what() {
            return switch (role) {
                case SUBMITTER -> round > 1 ? "第" + round + "次报验" : "报验";
                case ENDORSER -> approved ? "审签通过" : "审签退回";
                case CHECKER -> approved ? "核查通过" : "核查退回";
                case SIGNER -> approved ? "销号" : "审定退回";
            };
        }
    }

    public record Blocked(String taskNumber, String title, String department, String outsideBody, String reason, LocalDate reviewOn) {}

    /** One task and what was signed on it, in the order of the signatures. */
    public record Moved(List<Move> moves) {

        public Move last() {
            return moves.get(moves.size() - 1);
        }
    }

    /** Task by task: first what was signed off, then what came back, then whatever moved last. */
    public List<Moved> moved() {
        Map<String, List<Move>> byTask = new LinkedHashMap<>();
        moves.forEach(move -> byTask.computeIfAbsent(move.taskNumber(), none -> new LinkedList<>()).add(0, move));
        return byTask.values().stream().map(Moved::new).sorted(Comparator.comparing((Moved task) -> !task.last().isSignedOff()).thenComparing(task -> !task.last().isReturned())).toList();
    }

    public List<Move> signedOff() {
        return moves.stream().filter(Move::isSignedOff).toList();
    }

    public List<Move> returned() {
        return moves.stream().filter(Move::isReturned).toList();
    }

    public List<Move> submitted() {
        return moves.stream().filter(move -> move.role() == Role.SUBMITTER).toList();
    }

    public long stuck() {
        return Stream.of(overdue.stream().map(LedgerRow::taskNumber), blocked.stream().map(Blocked::taskNumber), stalled.stream().map(Stalled::taskNumber))
                .flatMap(each -> each).distinct().count();
    }
}

package org.rectification.ledger;

import java.util.Arrays;
import java.util.List;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.Light;
import org.rectification.rectification.RectificationTask;

/** 完成情况 in the official ledger: fewer words than the system has stages, each with a colour of its own. */
enum Fulfilment {
    NOT_ISSUED("未下达", "F2F2F2"), UNDER_WAY("整改中", "DDEBF7"), OVERDUE("已超期", "F8CBAD"), BLOCKED("客观受阻", "FFE699"),
    SIGNED_OFF("已销号", "C6E0B4"), WITHDRAWN("已撤销", "D9D9D9"), MERGED("已合并", "D9D9D9"), SPLIT("已拆分", "D9D9D9");

    private final String label;
    private final String colour;

    Fulfilment(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    static Fulfilment of(RectificationTask task, Horizon horizon) {
        return switch (task.status()) {
            case NOT_STARTED -> NOT_ISSUED;
            case SIGNED_OFF -> SIGNED_OFF;
            case BLOCKED -> BLOCKED;
            case WITHDRAWN -> valueOf(task.ledgerExit().name());
            case IN_PROGRESS, AWAITING_ENDORSEMENT, AWAITING_CHECK, AWAITING_SIGN_OFF ->
                    horizon.light(task.status(), task.kind(), task.deadline()) == Light.RED ? OVERDUE : UNDER_WAY;
        };
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Fulfilment::label).toList();
    }

    String label() {
        return label;
    }

    /** RRGGBB, what the cell is filled with. */
    String colour() {
        return colour;
    }
}

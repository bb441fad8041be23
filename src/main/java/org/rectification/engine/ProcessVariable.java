package org.rectification.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/**
 * A process variable, declared once with its type; the only way our code reads and writes variables.
 *
 * @param label what people call it, for refusals
 */
public record ProcessVariable<T>(String name, String label, Kind kind, Class<T> type) {

    private static final int LONGEST_TEXT = 4000;

    enum Kind { DECISION, TEXT, OUTCOME }

    /** Submitted by a person, a Boolean, never missing. */
    public static ProcessVariable<Boolean> decision(String name, String label) {
        return new ProcessVariable<>(name, label, Kind.DECISION, Boolean.class);
    }

    /** Submitted by a person, may be missing; the domain says when it must not be. */
    public static ProcessVariable<String> text(String name, String label) {
        return new ProcessVariable<>(name, label, Kind.TEXT, String.class);
    }

    /** Submitted by a person, a Boolean that may be missing and then is false. */
    public static ProcessVariable<Boolean> mark(String name, String label) {
        return new ProcessVariable<>(name, label, Kind.TEXT, Boolean.class);
    }

    /** Written by our own code for the next gateway; nobody submits it. */
    public static ProcessVariable<Boolean> outcome(String name) {
        return new ProcessVariable<>(name, name, Kind.OUTCOME, Boolean.class);
    }

    /** Written by our own code for a later step of the same instance. */
    public static ProcessVariable<Integer> number(String name) {
        return new ProcessVariable<>(name, name, Kind.OUTCOME, Integer.class);
    }

    /** Null where it was never set. */
    public T from(VariableScope scope) {
        Object value = scope.getVariable(name);
        return type == String.class && value != null ? type.cast(String.valueOf(value)) : type.cast(value);
    }

    public boolean isSetIn(VariableScope scope) {
        return Boolean.TRUE.equals(scope.getVariable(name));
    }

    public void write(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    boolean isDecision() {
        return kind == Kind.DECISION;
    }

    boolean isSubmitted() {
        return kind != Kind.OUTCOME;
    }

    /** @throws Refusal RULE where the value is not what this variable takes; numbers pass as texts */
    void requireFits(Object value) {
        if (kind == Kind.DECISION && !(value instanceof Boolean)) throw Refusal.ofRule("请选择“" + label + "”：同意或退回");
        if (value == null) return;
        boolean fits = type == String.class ? value instanceof String || value instanceof Integer || value instanceof Long : type.isInstance(value);
        if (!fits) throw Refusal.ofRule("“" + label + "”的格式不对，请在待办页面的表单中填写");
        if (value instanceof String text && Flaws.isUnprintable(text)) throw Refusal.ofRule(label + "含有不能显示的控制字符，请删去");
        if (value instanceof String text && text.length() > LONGEST_TEXT) throw Refusal.ofRule(label + "最多" + LONGEST_TEXT + "字，现有" + text.length() + "字");
    }
}

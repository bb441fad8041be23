package org.rectification.register;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What an entry says; null is what its register has no place for or nobody filled in.
 *
 * @param documentNumber of a rule, or of the decision by which people were held to account
 * @param people         人, {@code times} 人次
 * @param problems       numbers separated by blanks, null for none; those of the named tasks are among them
 * @param tasks          numbers separated by blanks, null for none
 */
public record EntryContent(EntryKind kind, String title, String documentNumber, LocalDate happenedOn, String department, Integer people, Integer times, BigDecimal figure, String unit,
                           String source, String chair, String attendees, String decisions, String problems, String tasks) {

    public List<Integer> problemNumbers() {
        return problems == null ? List.of() : Arrays.stream(problems.split(" ")).map(Integer::valueOf).toList();
    }

    public List<String> taskNumbers() {
        return tasks == null ? List.of() : List.of(tasks.split(" "));
    }

    /** The figure as people write it, null where there is none. */
    public String plainFigure() {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    /** What it is called in a list: a rule's or a figure's own name, otherwise the kind. */
    public String name() {
        return title != null ? title : kind.label();
    }

    /** Every field under the name users know it by, in the order of the form; what is not filled in is left out. */
    public Map<String, String> facts(Register register) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("类别", kind == null ? null : kind.label());
        facts.put(register == Register.RESULTS ? "指标" : "名称", title);
        facts.put(register == Register.ACCOUNTABILITY ? "决定文号" : "文号", documentNumber);
        facts.put("数值", figure == null ? null : plainFigure() + unit);
        facts.put("人数", people == null ? null : people + "人");
        facts.put("人次", times == null ? null : times + "人次");
        facts.put(register == Register.RESULTS ? "截至" : "日期", happenedOn);
        facts.put("来源", source);
        facts.put("主持", chair);
        facts.put("参加", attendees);
        facts.put("议定事项", decisions);
        facts.put("科室", department);
        facts.put("问题", problems);
        facts.put("任务", tasks);
        return facts.entrySet().stream().filter(fact -> fact.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> fact.getValue().toString(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The same figure of the same department, or of one that is not told, as of the same day from the same source: the one would be counted twice. */
    boolean isSameResult(EntryContent other) {
        return bare(title).equals(bare(other.title)) && happenedOn.equals(other.happenedOn) && figure.compareTo(other.figure) == 0 && bare(unit).equals(bare(other.unit)) && bare(source).equals(bare(other.source))
                && isPerhapsSame(department, other.department);
    }

    /** The same rule of the same department, or of one that is not told, of the same day: it would be counted twice. Rules with numbers of their own are different ones. */
    boolean isSameRule(EntryContent other) {
        return kind == other.kind && bare(title).equals(bare(other.title)) && happenedOn.equals(other.happenedOn) && isPerhapsSame(documentNumber, other.documentNumber) && isPerhapsSame(department, other.department);
    }

    private static boolean isPerhapsSame(String one, String other) {
        return one == null || other == null || bare(one).equals(bare(other));
    }

    /** However wide its characters were typed, and whatever blanks between them. */
    private static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "");
    }

    /** What another content says differently, as 名称：甲 → 乙; empty where nothing is. */
    String differencesTo(EntryContent other, Register register) {
        Map<String, String> before = facts(register);
        Map<String, String> after = other.facts(register);
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all.keySet().stream().filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + "：" + before.getOrDefault(name, "（空）") + " → " + after.getOrDefault(name, "（空）")).collect(Collectors.joining("；"));
    }
}

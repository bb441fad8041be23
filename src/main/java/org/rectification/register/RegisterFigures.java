package org.rectification.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the registers of a case come to. Entries that were struck out never count. */
@Service
@Transactional(readOnly = true)
public class RegisterFigures {

    private final EntryRows entries;

    RegisterFigures(EntryRows entries) {
        this.entries = entries;
    }

    /** @param people 人 and {@code times} 人次, as the entries add up; 0 outside 追责问责 */
    public record Count(long entries, long people, long times) {

        static final Count NONE = new Count(0, 0, 0);

        private Count and(EntryContent content) {
            return new Count(entries + 1, people + (content.people() == null ? 0 : content.people()), times + (content.times() == null ? 0 : content.times()));
        }
    }

    /** @param kinds those that occur, in the order of the terms; {@code 成效数据} have none */
    public record Totals(Map<Register, Count> registers, Map<EntryKind, Count> kinds) {

        public Count of(Register register) {
            return registers.getOrDefault(register, Count.NONE);
        }

        public Count of(EntryKind kind) {
            return kinds.getOrDefault(kind, Count.NONE);
        }

        /** 建章立制4项（新建1项、修订3项）；追责问责8人9人次（诫勉8人9人次）；会议3次（专题会3次）. Empty where there is nothing; figures speak for themselves one by one. */
        public String inWords() {
            return registers.keySet().stream().filter(register -> register != Register.RESULTS).map(register -> register.label() + words(register, of(register)) + "（"
                    + register.kinds().stream().filter(kinds::containsKey).map(kind -> kind.label() + words(register, of(kind))).collect(Collectors.joining("、")) + "）").collect(Collectors.joining("；"));
        }

        private static String words(Register register, Count count) {
            return register == Register.ACCOUNTABILITY ? count.people() + "人" + count.times() + "人次" : count.entries() + (register == Register.MEETINGS ? "次" : "项");
        }
    }

    public Totals totals(String caseNumber) {
        return totals(entries.standing(caseNumber));
    }

    public static Totals totals(List<Entry> of) {
        Map<Register, Count> registers = new EnumMap<>(Register.class);
        Map<EntryKind, Count> kinds = new EnumMap<>(EntryKind.class);
        for (Entry entry : of) {
            registers.put(entry.register(), registers.getOrDefault(entry.register(), Count.NONE).and(entry.content()));
            EntryKind kind = entry.content().kind();
            if (kind != null) kinds.put(kind, kinds.getOrDefault(kind, Count.NONE).and(entry.content()));
        }
        return new Totals(registers, kinds);
    }

    /** Every entry that counts, by register, the earliest first. */
    public Map<Register, List<Entry>> list(String caseNumber) {
        return entries.standing(caseNumber).stream().collect(Collectors.groupingBy(Entry::register, () -> new EnumMap<>(Register.class), Collectors.toList()));
    }

    /** Entries of days within both bounds, by register, the earliest first. */
    public List<Entry> between(String caseNumber, LocalDate from, LocalDate until) {
        return ordered(entries.standing(caseNumber, from, until));
    }

    /** Problem → the entries that name it or one of its tasks; problems without any are left out. */
    public Map<Integer, List<Entry>> byProblem(String caseNumber) {
        Map<Integer, List<Entry>> byProblem = new TreeMap<>();
        for (Entry entry : ordered(entries.naming(caseNumber))) {
            entry.content().problemNumbers().forEach(problem -> byProblem.computeIfAbsent(problem, n -> new ArrayList<>()).add(entry));
        }
        return byProblem;
    }

    /** Entries that name the task, and those that name its problem as a whole. */
    public List<Entry> ofTask(String caseNumber, String taskNumber, int problem) {
        return ordered(entries.naming(caseNumber)).stream().filter(entry -> entry.concerns(taskNumber, problem)).toList();
    }

    /** The database sorts registers by their names. */
    private static List<Entry> ordered(List<Entry> found) {
        return found.stream().sorted(Comparator.comparing(Entry::register)).toList();
    }
}

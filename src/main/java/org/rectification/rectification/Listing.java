package org.rectification.rectification;

import java.util.List;
import java.util.Map;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/** A page of a list. {@code page} counts from 0. */
public record Listing<T>(List<T> content, int page, int size, long total) {

    /** Counted from 0; 0 where nothing is listed. */
    public int lastPage() {
        return (int) (Math.max(total - 1, 0) / size);
    }

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    /**
     * What page is wanted, checked.
     *
     * @param orderBy a safe SQL order clause
     */
    public record Wanted(int page, int size, String orderBy) {

        /**
         * @param sort    {@code field,asc|desc} or null
         * @param columns field name → column; the sort may name these only
         * @param natural order where no sort is asked, and among equals
         * @throws Refusal INPUT naming what is wrong
         */
        public static Wanted read(String page, String size, String sort, Map<String, String> columns, String natural) {
            Flaws flaws = new Flaws();
            int wantedPage = number("page", page, 0, 0, 1_000_000, flaws);
            int wantedSize = number("size", size, DEFAULT_SIZE, 1, LARGEST_SIZE, flaws);
            String orderBy = natural;
            if (sort != null && !sort.isBlank()) {
                String[] parts = sort.strip().split(",", -1);
                boolean known = columns.containsKey(parts[0].strip()) && parts.length <= 2 && (parts.length == 1 || parts[1].strip().matches("(?i)asc|desc"));
                if (known) orderBy = columns.get(parts[0].strip()) + (parts.length == 2 && parts[1].strip().equalsIgnoreCase("desc") ? " desc, " : " asc, ") + natural;
                else flaws.add("sort", "排序应为“字段,asc”或“字段,desc”，可用字段：" + String.join("、", columns.keySet().stream().sorted().toList()));
            }
            flaws.refuseInput();
            return new Wanted(wantedPage, wantedSize, orderBy);
        }

        private static int number(String field, String sent, int absent, int least, int most, Flaws flaws) {
            if (sent == null || sent.isBlank()) return absent;
            if (sent.strip().matches("\\d{1,7}") && Integer.parseInt(sent.strip()) >= least && Integer.parseInt(sent.strip()) <= most) return Integer.parseInt(sent.strip());
            flaws.add(field, field + "应为" + least + "至" + most + "的整数");
            return absent;
        }

        public long offset() {
            return (long) page * size;
        }
    }
}

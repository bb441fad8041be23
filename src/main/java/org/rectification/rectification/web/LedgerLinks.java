package org.rectification.rectification.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rectification.rectification.LedgerFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the ledger's page leads: to itself with another page, order or choice, and to the file with the same choice. */
record LedgerLinks(String caseNumber, LedgerFilter filter, String sort) {

    public String page(int page) {
        return href("/cases/{case}/ledger", sort, Map.of("page", String.valueOf(page)));
    }

    /** Once up, then down. */
    public String sortedBy(String field) {
        return href("/cases/{case}/ledger", field + ("ascending".equals(order(field)) ? ",desc" : ",asc"), Map.of());
    }

    /** As {@code aria-sort} says it. */
    public String order(String field) {
        if (sort == null || !sort.split(",")[0].equals(field)) return "none";
        return sort.toLowerCase().endsWith(",desc") ? "descending" : "ascending";
    }

    /** @param light null for all of them */
    public String light(String light) {
        return href("/cases/{case}/ledger", sort, light == null ? changed("light", null) : Map.of("light", light));
    }

    public String without(String field) {
        return href("/cases/{case}/ledger", sort, changed(field, null));
    }

    public String all() {
        return UriComponentsBuilder.fromPath("/cases/{case}/ledger").buildAndExpand(caseNumber).encode().toUriString();
    }

    public String file() {
        return href("/api/cases/{case}/ledger.xlsx", sort, Map.of());
    }

    private static Map<String, String> changed(String field, String value) {
        Map<String, String> change = new HashMap<>();
        change.put(field, value);
        return change;
    }

    private String href(String path, String order, Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(filter.asked());
        if (order != null && !order.isBlank()) query.put("sort", order);
        changes.forEach((name, value) -> {
            if (value == null) query.remove(name);
            else query.put(name, value);
        });
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        Map<String, String> values = new HashMap<>(Map.of("case", caseNumber));
        query.forEach((name, value) -> {
            builder.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return builder.encode().buildAndExpand(values).toUriString();
    }
}

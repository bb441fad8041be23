package org.rectification.engine;

import java.util.Set;
import java.util.TreeSet;

/**
 * Who must leave a step to the others of its group.
 *
 * @param people user ids; a deputy counts as himself, so that whoever stands in for one of them may decide
 * @param leader user id of the one whose own matter it is, so that nobody decides it in his place either; null where there is none
 */
public record Barred(Set<String> people, String leader) {

    public static final Barred NOBODY = new Barred(Set.of(), null);

    /** Never in a user id, which is letters and digits. */
    private static final String IN_HIS_PLACE = "=";

    public static Barred leader(String userId) {
        return new Barred(Set.of(), userId);
    }

    /** {@code ,=leader2,leader2,supervisor1,} */
    String listed() {
        TreeSet<String> all = new TreeSet<>(people);
        if (leader != null) {
            all.add(leader);
            all.add(inPlaceOf(leader));
        }
        return "," + String.join(",", all) + ",";
    }

    static String inPlaceOf(String leader) {
        return IN_HIS_PLACE + leader;
    }
}

package org.rectification.lookback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** 抽样: the same share of every department's tasks, rounded up, so that no department is left out. Whoever has the seed draws the same tasks. */
public final class Sample {

    private Sample() {}

    /**
     * @param tasks department → numbers of its tasks, in whatever order
     * @param share percent, 1 to 100
     * @return task numbers in their order
     */
    public static List<String> draw(Map<String, ? extends Collection<String>> tasks, int share, long seed) {
        Random random = new Random(seed);
        List<String> drawn = new ArrayList<>();
        new TreeMap<>(tasks).values().forEach(ofDepartment -> {
            List<String> shuffled = new ArrayList<>(ofDepartment);
            Collections.sort(shuffled);
            Collections.shuffle(shuffled, random);
            drawn.addAll(shuffled.subList(0, size(shuffled.size(), share)));
        });
        Collections.sort(drawn);
        return drawn;
    }

    /** How many of a department's tasks are drawn. */
    public static int size(int tasks, int share) {
        return (tasks * share + 99) / 100;
    }
}

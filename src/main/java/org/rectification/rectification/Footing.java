package org.rectification.rectification;

/**
 * What a decision rests on beside its opinion.
 *
 * @param meeting    as people cite it: 2026-11-20 领导小组会议; null for none
 * @param recordedBy who typed what was decided on paper, null where the person decided here himself
 * @param scan       evidence id of that paper, null as {@code recordedBy} is
 */
public record Footing(String meeting, String recordedBy, Long scan) {

    public static Footing at(String meeting) {
        return new Footing(meeting, null, null);
    }

    boolean isBare() {
        return meeting == null && recordedBy == null;
    }
}

package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands beneath a problem without a word that announces it: first what is the matter, then what was done.
 *
 * @param stated empty where nothing but deeds is told
 * @param done   empty where no deed is told
 * @param doubt  null where nothing else could be meant
 */
record Told(String stated, String done, Doubt doubt) {

    /**
     * @param aboutRectification the document tells here what was put right, not what was found
     * @param headed             the heading names the problem as bulletins do, so that what follows is an answer: 关于…问题, …方面
     * @param opensWithFinding   its first sentence is the problem itself
     */
    static Told of(String text, boolean aboutRectification, boolean headed, boolean opensWithFinding) {
        List<String> sentences = sentences(text);
        int from = opensWithFinding ? 1 : 0;
        if (sentences.size() <= from) return new Told(text, "", null);
        if (!aboutRectification) {
            boolean open = Wording.tellsFinished(sentences.get(from)) || sentences.stream().skip(from).anyMatch(Wording::tellsProgress);
            return new Told(text, "", open ? Doubt.PERHAPS_PROGRESS : null);
        }
        int first = from;
        while (first < sentences.size() && !Wording.tellsStep(sentences.get(first))) first++;
        if (first == sentences.size()) return new Told(text, "", Doubt.PERHAPS_PROGRESS);
        List<String> answer = sentences.subList(first, sentences.size());
        boolean open = Wording.fails(answer.get(0)) || !headed && !Wording.opensWithDeed(answer.get(0)) || answer.stream().anyMatch(each -> Wording.fails(each) && !Wording.tellsStep(each));
        return new Told(String.join("", sentences.subList(0, first)).strip(), String.join("", answer).strip(), first > from ? Doubt.SPLIT_BY_SENTENCE : open ? Doubt.PERHAPS_STATEMENT : null);
    }

    /** With their stops and line ends; one within quotes or brackets ends nothing. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("“《（(".indexOf(c) >= 0) depth++;
            else if ("”》）)".indexOf(c) >= 0) depth = Math.max(0, depth - 1);
            else if (c == '\n') depth = 0;
            if (c == '\n' || depth == 0 && "。！；;".indexOf(c) >= 0) {
                sentences.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < text.length()) sentences.add(text.substring(from));
        return sentences;
    }
}

package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A feedback document as read: what it proposes, and what became of every paragraph.
 *
 * @param title    of the document
 * @param problems in the order of the document
 * @param wholes   number of the first of problems that may only be what another one consists of → that one, as it would be with them in it
 * @param unplaced indices of paragraphs that may or may not be about problems; a person decides
 * @param aside    indices of paragraphs that are known to be no problems: title, opening, organisation, next steps, contacts
 * @param columns  of the tables that problems were read from, empty where none were
 * @param flat     nothing in its layout was recognised, every paragraph was taken for a problem
 */
public record Reading(String title, List<Paragraph> paragraphs, List<ProposedProblem> problems, Map<Integer, ProposedProblem> wholes, List<Integer> unplaced, List<Integer> aside, List<ColumnsRead> columns, boolean flat) {

    private static final int LONGEST_TITLE_LINE = 60;
    private static final int MOST_TITLE_LINES = 3;
    private static final Pattern TITLE = Pattern.compile(".*(?:通报|报告|意见|清单|台账|情况|方案|函|通知|公告|公示|表)(?:[（(].*[）)])?");

    /** @param name of the file, the title of a document that has none */
    static Reading of(List<Paragraph> paragraphs, String name) {
        List<Paragraph> filled = apart(paragraphs.stream().filter(paragraph -> !paragraph.whole().isBlank()).toList());
        int lines = titleLines(filled);
        String title = lines == 0 ? name : String.join("", filled.subList(0, lines).stream().map(Paragraph::whole).toList());
        return new ProblemReader(filled, lines).read(title);
    }

    /** An introduction tells nothing besides problems that are still to come. */
    private static List<Paragraph> apart(List<Paragraph> filled) {
        boolean introduced = filled.stream().noneMatch(Paragraph::isNumbered);
        List<Paragraph> apart = new ArrayList<>();
        int counted = 0;
        for (Paragraph paragraph : filled) {
            introduced |= paragraph.isNumbered();
            List<Paragraph> parts = introduced ? paragraph.apart(counted) : List.of(paragraph);
            counted = Paragraph.counted(parts, counted);
            apart.addAll(parts);
        }
        return apart;
    }

    public List<String> unplacedTexts() {
        return unplaced.stream().map(index -> paragraphs.get(index).whole()).toList();
    }

    /** What the document itself says, before it comes to the first problem, of how many the feedback named. */
    public Optional<Declared> declared() {
        int first = problems.stream().flatMap(problem -> problem.sources().stream()).mapToInt(Integer::intValue).min().orElse(paragraphs.size());
        return paragraphs.subList(0, first).stream().map(paragraph -> Declared.in(paragraph.text())).flatMap(Optional::stream).findFirst();
    }

    private static int titleLines(List<Paragraph> paragraphs) {
        int lines = 0;
        while (lines < Math.min(MOST_TITLE_LINES, paragraphs.size())) {
            Paragraph line = paragraphs.get(lines);
            if (line.isNumbered() || line.isRow() && !(line.isOneCell() && TITLE.matcher(line.text()).matches()) || line.text().length() > LONGEST_TITLE_LINE || line.text().matches(".*[。；：:，！]") || Passage.isLabelled(line.text()) || Wording.isUnnumberedSection(line)) break;
            lines++;
            if (TITLE.matcher(line.text()).matches()) return lines < paragraphs.size() ? lines : 0;
        }
        return lines == paragraphs.size() ? 0 : Math.min(lines, 1);
    }
}

package org.rectification.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The tree that the numbers of a document's paragraphs make. Paragraphs without a number belong to the one above them. */
final class Outline {

    /** A numbered paragraph with all that stands beneath it. */
    static final class Branch {
        private final int index;
        private final Paragraph heading;
        private final List<Integer> body = new ArrayList<>();
        private final List<Branch> branches = new ArrayList<>();
        private boolean answered;
        private int answerLevel;
        private int lastInAnswer;
        private final boolean countsOn;

        private Branch(int index, Paragraph heading, boolean countsOn) {
            this.index = index;
            this.countsOn = countsOn;
            this.heading = heading;
            this.answered = Passage.firstLabel(heading.text()) > 0 && Passage.answers(heading.text());
        }

        private void add(int at, Paragraph paragraph) {
            body.add(at);
            answered |= Passage.answers(paragraph.text());
        }

        private void addToAnswer(int at, Paragraph paragraph) {
            body.add(at);
            answerLevel = paragraph.level();
            lastInAnswer = paragraph.value();
        }

        int index() { return index; }
        Paragraph heading() { return heading; }
        /** Indices of the paragraphs that have no branch of their own. */
        List<Integer> body() { return body; }
        List<Branch> branches() { return branches; }

        boolean isLeaf() {
            return branches.isEmpty();
        }

        /**
         * ① ② beneath a numbered problem are what it consists of, 1） 2） so where it says more than its title; they are problems where each
         * is answered for itself or the heading only leads over to them.
         */
        boolean isEnumeration() {
            String stated = heading.text();
            boolean numberedProblem = heading.level() >= Numbering.ITEM || Wording.namesOneProblem(stated);
            boolean saysMore = !body.isEmpty() || !Wording.leadsOver(Heading.above(stated).rest());
            return numberedProblem && !Wording.leadsOver(stated) && !branches.isEmpty()
                    && branches.stream().allMatch(below -> below.isLeaf() && (below.heading.isCircled() || saysMore && below.heading.isHalfBracketed()))
                    && branches.stream().limit(branches.size() - 1L).noneMatch(below -> below.answered);
        }

        /** （1）（2） beneath a 1. that says more than its title, none answered for itself: problems of their own, or what it consists of. */
        boolean isPerhapsOneProblem() {
            String stated = heading.text();
            return heading.level() == Numbering.ITEM && !Wording.namesAspect(stated) && !Wording.leadsOver(stated) && (Wording.namesOneProblem(stated) || !body.isEmpty() || !Wording.leadsOver(Heading.above(stated).rest()))
                    && branches.stream().allMatch(below -> below.isLeaf() && below.heading.level() == Numbering.SUB_ITEM) && branches.stream().limit(branches.size() - 1L).noneMatch(below -> below.answered);
        }

        /** Lines without a number beneath nothing but an aspect. */
        boolean isPerhapsSeveral() {
            return isLeaf() && body.size() > 1 && !answered && Wording.namesAspect(heading.text());
        }

        /** Its number follows none that was read. */
        boolean skipsNumber() {
            return !countsOn;
        }

        /** What stands first beneath it has a number that follows nothing: it may be no part of it. */
        boolean lacksBeginning() {
            return !branches.isEmpty() && !branches.get(0).countsOn;
        }

        /** Heading and body alone. */
        List<Integer> own() {
            return IntStream.concat(IntStream.of(index), body.stream().mapToInt(Integer::intValue)).boxed().toList();
        }

        /** Everything beneath it and itself, in the order of the document. */
        List<Integer> all() {
            return IntStream.concat(own().stream().mapToInt(Integer::intValue), branches.stream().flatMap(each -> each.all().stream()).mapToInt(Integer::intValue)).sorted().boxed().toList();
        }
    }

    private final List<Paragraph> paragraphs;
    private final String title;
    private final List<Branch> roots = new ArrayList<>();
    private final List<Integer> opening = new ArrayList<>();
    private final List<Integer> closing = new ArrayList<>();
    private boolean dated;
    private boolean listed;

    private Outline(List<Paragraph> paragraphs, String title) {
        this.paragraphs = paragraphs;
        this.title = title;
    }

    /**
     * @param from    index of the first paragraph after the title
     * @param without indices of what belongs to no text
     * @param title   of the document
     */
    static Outline of(List<Paragraph> paragraphs, int from, Set<Integer> without, String title) {
        Outline outline = new Outline(paragraphs, title);
        outline.grow(from, without);
        return outline;
    }

    List<Branch> roots() { return roots; }
    /** What stands above the first number. */
    List<Integer> opening() { return opening; }
    /** Greetings, contacts, signature, date. */
    List<Integer> closing() { return closing; }

    private void grow(int from, Set<Integer> without) {
        List<Branch> path = new ArrayList<>();
        CountingOn countingOn = new CountingOn(paragraphs);
        boolean closed = false;
        boolean besides = false;
        for (int i = from; i < paragraphs.size(); i++) {
            if (without.contains(i)) continue;
            if (beginsAttachedList(i, closed, path)) {
                closed = false;
                path.clear();
            }
            Paragraph paragraph = countingOn.placed(i, path);
            besides = !path.isEmpty() && !paragraph.isNumbered() && !Wording.isUnnumberedSection(paragraph) && (besides && Wording.goesOn(paragraph.text()) || tellsFurther(paragraph, path));
            closed = Wording.closes(paragraph, paragraphs.size() - i) || closed && (Wording.isNearEnd(paragraphs.size() - i) || !paragraph.isNumbered());
            if (closed || isOfLetter(i, from, path)) close(i);
            else if (Wording.isUnnumberedSection(paragraph)) begin(new Branch(i, paragraph.at(Numbering.SECTION), true), path);
            else if (besides) continue;
            else if (path.isEmpty() && !paragraph.isNumbered()) opening.add(i);
            else if (!paragraph.isNumbered() || isLabelOf(last(path), paragraph)) last(path).add(i, paragraph);
            else if (isPartOfAnswer(i, paragraph, path)) last(path).addToAnswer(i, paragraph);
            else begin(new Branch(i, paragraph, countingOn.lastFits()), path);
        }
    }

    /** A letter ends above the numbers of the list that is attached to it. */
    private boolean beginsAttachedList(int index, boolean closed, List<Branch> path) {
        Paragraph paragraph = paragraphs.get(index);
        if (paragraph.value() != 1 || closing.isEmpty() || Wording.isTitleOfList(paragraph.text())) return false;
        String above = paragraphs.get(closing.get(closing.size() - 1)).text();
        boolean titled = Wording.isTitleOfList(above);
        if (!closed) return dated && titled && closing.contains(index - 1);
        return titled && (dated || !Wording.isAttachment(above)) || dated && path.isEmpty() || listed && Wording.isDay(above);
    }

    private void close(int index) {
        closing.add(index);
        String text = paragraphs.get(index).text();
        dated |= Wording.isDay(text);
        listed |= Wording.isTitleOfList(text);
    }

    /** Its number, whom it is addressed to, who signed it and when, what is attached: no problems, wherever the letter ends. In doubt it is text. */
    private boolean isOfLetter(int index, int from, List<Branch> path) {
        Paragraph paragraph = paragraphs.get(index);
        if (paragraph.isNumbered() || paragraph.isRow()) return false;
        String text = paragraph.text();
        if (Wording.isDay(text)) return endsLetter(index);
        if (index + 1 < paragraphs.size() && Wording.isDay(paragraphs.get(index + 1).text()) && Wording.signs(text)) return endsLetter(index + 1);
        if (Wording.isTitleOfList(text)) return Wording.isAttachment(text) || closing.contains(index - 1) || path.isEmpty() && isFollowedByFirst(index);
        if (closing.size() != index - from || !Wording.opensLetter(text)) return false;
        return !Wording.isAddressed(text) || paragraphs.stream().skip(index + 1L).noneMatch(each -> !each.isNumbered() && Wording.isAddressed(each.text()));
    }

    /** Nothing but an attachment, or what begins anew, comes beneath. */
    private boolean endsLetter(int dayAt) {
        if (dayAt + 1 == paragraphs.size() || isFollowedByFirst(dayAt)) return true;
        Paragraph below = paragraphs.get(dayAt + 1);
        return below.isRow() || Wording.isTitleOfList(below.text()) || Wording.isAttachment(below.text()) || Wording.closes(below, paragraphs.size() - dayAt - 1);
    }

    private boolean isFollowedByFirst(int index) {
        return index + 1 < paragraphs.size() && paragraphs.get(index + 1).value() == 1;
    }

    /** 此外，还发现… belongs to no branch for certain, unless it stands in an answer or where nothing is a problem. */
    private boolean tellsFurther(Paragraph paragraph, List<Branch> path) {
        String part = path.get(0).heading.text().split("[。；;]", 2)[0];
        return Wording.tellsFurther(paragraph.text()) && !last(path).answered && !Wording.isBesideProblems(part) && !Wording.isAboutRectification(part, title) && !Wording.isToldAsRectified(last(path).heading.text());
    }

    private void begin(Branch branch, List<Branch> path) {
        while (!path.isEmpty() && last(path).heading.level() >= branch.heading.level()) path.remove(path.size() - 1);
        (path.isEmpty() ? roots : last(path).branches).add(branch);
        path.add(branch);
    }

    /** 1.整改措施：… 2.整改情况：… subdivide a problem and are none themselves; so they do beside 1.问题：… */
    private static boolean isLabelOf(Branch branch, Paragraph paragraph) {
        return branch != null && (paragraph.level() > branch.heading.level() || branch.heading.announcesProblem()) && Passage.isLabelled(paragraph.text());
    }

    /**
     * Below 整改情况 a numbered list is what was done and no problem: deeper numbers, and such as begin again at 1 and count on.
     * What could as well be the next problem is one, unless that number comes again.
     */
    private boolean isPartOfAnswer(int index, Paragraph paragraph, List<Branch> path) {
        Branch current = last(path);
        if (current == null || !current.answered) return false;
        if (paragraph.level() > current.heading.level()) return true;
        boolean countsOn = paragraph.value() == 1 || paragraph.level() == current.answerLevel && paragraph.value() == current.lastInAnswer + 1;
        if (paragraph.level() < Numbering.ITEM || !countsOn) return false;
        boolean couldBeNext = path.stream().anyMatch(each -> each.heading.level() == paragraph.level() && each.heading.value() + 1 == paragraph.value());
        return !couldBeNext || comesAgain(index, paragraph);
    }

    private boolean comesAgain(int index, Paragraph paragraph) {
        return paragraphs.stream().skip(index + 1).takeWhile(each -> !each.isNumbered() || each.level() >= paragraph.level())
                .anyMatch(each -> each.level() == paragraph.level() && each.value() == paragraph.value());
    }

    private static Branch last(List<Branch> path) {
        return path.isEmpty() ? null : path.get(path.size() - 1);
    }
}

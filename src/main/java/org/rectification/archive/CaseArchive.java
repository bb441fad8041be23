package org.rectification.archive;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.RectificationTask;

/** 全案档案: what lies in it, problem after problem; each of them is put together only when it is written. */
public record CaseArchive(RectificationCase ofCase, CaseFigures figures, List<Held> problems, Person maker, LocalDateTime madeAt) {

    /** @param tasks those that its maker may read */
    public record Held(Problem problem, List<RectificationTask> tasks) {

        /** Where its own index stands. */
        public String href() {
            return Enclosure.href(Folder.name(problem.number()) + "/" + ArchiveZip.INDEX);
        }

        public String standing() {
            return ProblemArchive.standing(tasks.stream().map(RectificationTask::status).toList());
        }
    }

    public Folder folder(byte[] index) {
        return new Folder(ofCase.caseNumber(), null, null, maker, madeAt, index, List.of());
    }
}

package org.rectification.rectification.web;

import org.rectification.rectification.Origin;
import org.rectification.rectification.Problem;

record ProblemLine(int number, String aspect, String title, String text, Origin origin, String progress) {

    static ProblemLine of(Problem problem) {
        return new ProblemLine(problem.number(), problem.aspect(), problem.title(), problem.text(), problem.origin(), problem.progress());
    }
}

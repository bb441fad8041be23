package org.rectification.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in two lines what to set, instead of a page of causes. */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<MissingSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSetting missing) {
        return new FailureAnalysis(missing.getMessage(), "Set it in the environment, as README.md says under 正式部署.", missing);
    }
}

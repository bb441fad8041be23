package org.rectification.reporting;

import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface Reports extends CrudRepository<ProgressReport, String> {

    default ProgressReport get(String reportKey) {
        return findById(reportKey).orElseThrow(() -> Refusal.unknown("没有编号为“" + reportKey + "”的半月报告"));
    }
}

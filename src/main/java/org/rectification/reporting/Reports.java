package org.rectification.reporting;

import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface Reports extends CrudRepository<ProgressReport, String> {

    default ProgressReport get(String reportKey) {
        return findById(reportKey).orElseThrow(() -> Refusal.unknown("没有这份半月报告，请从“半月报告”页面打开"));
    }
}

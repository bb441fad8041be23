package org.rectification.reporting;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface Reports extends CrudRepository<ProgressReport, String> {

    List<ProgressReport> findByCaseNumberOrderByPeriodAscDepartmentAsc(String caseNumber);

    default ProgressReport get(String reportKey) {
        return findById(reportKey).orElseThrow(() -> Refusal.unknown("没有编号为“" + reportKey + "”的半月报告"));
    }
}

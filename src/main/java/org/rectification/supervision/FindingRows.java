package org.rectification.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface FindingRows extends CrudRepository<Finding, Long> {

    List<Finding> findByCheckKeyOrderById(String checkKey);

    List<Finding> findByCheckKeyInOrderById(Collection<String> checkKeys);

    List<Finding> findByTaskNumberOrderById(String taskNumber);

    Optional<Finding> findByCheckKeyAndDraft(String checkKey, String draft);

    int countByCheckKey(String checkKey);

    default Finding get(String checkKey, long id) {
        return findById(id).filter(finding -> finding.checkKey().equals(checkKey)).orElseThrow(() -> Refusal.unknown("没有编号为" + id + "的检查问题，可能已被同事删去，请刷新后再看"));
    }
}

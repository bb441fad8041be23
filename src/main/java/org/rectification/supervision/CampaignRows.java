package org.rectification.supervision;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface CampaignRows extends CrudRepository<Campaign, String> {

    List<Campaign> findByCaseNumberOrderByOrdinalDesc(String caseNumber);

    int countByCaseNumber(String caseNumber);

    default Campaign get(String campaignNumber) {
        return findById(campaignNumber == null ? "" : campaignNumber).orElseThrow(() -> Refusal.unknown("没有编号为“" + campaignNumber + "”的督导检查，督导检查由督导检查组在案件页面发起"));
    }
}

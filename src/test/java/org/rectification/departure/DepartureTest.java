package org.rectification.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Deputies;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationFile;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 离任移交 over HTTP on both databases. */
class DepartureTest {

    @Nested
    @OnH2
    class H2 extends Leaving {
    }

    @Nested
    @OnPostgres
    class Postgres extends Leaving {
    }
}

abstract class Leaving {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired Organization organization;
    @Autowired Deputies deputies;
    @Autowired JdbcTemplate jdbc;
    Bureau bureau;

    @BeforeEach
    void twoWhoCome() {
        bureau = new Bureau(port, management);
        organization.take(OrganizationFile.read("账号,姓名,科室代码,科室名称,角色,初始密码\nleaving9,离任甲,,,领导小组,demo\nfollowing9,接任乙,,,机关纪委,demo\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatHeHoldsGoesToHisSuccessorAndWhatHeSignedStaysHis() {
        String caseNumber = bureau.launchedCase(2);
        String led = taskNumber(caseNumber, 1);
        String signing = taskNumber(caseNumber, 2);
        created(bureau.as("office1").post("/api/tasks/" + led + "/changes", Map.of("kind", "HAND_OVER", "reason", "职责调整", "leadDepartment", "parks", "leadLeader", "leaving9")));
        done(bureau.as("leader1").complete(led + ":C1", "Task_ApproveChange", Map.of("changeApproved", true)));
        jdbc.update("update ledger.measure set responsible = '离任甲' where task_number = ? and ordinal = 1", led);
        bureau.checked(signing);
        String open = bureau.as("leaving9").taskId(signing, "Task_SignOff");
        done(bureau.as("leaving9").post("/engine-rest/task/" + open + "/claim", Map.of("userId", "leaving9")));
        created(bureau.as("leader3").post("/api/deputies", Map.of("absent", "leader3", "deputy", "leaving9", "from", LocalDate.now().plusDays(2).toString(), "to", LocalDate.now().plusDays(4).toString(), "reason", "休假")));

        Session admin = Session.of(port, "admin");
        assertThat(admin.get("/departures?leaver=leaving9&successor=following9").words()).contains("离任甲 → 接任乙", "领导小组", "销号审定：环境卫生科 任务", led, "制定方案", "改由接任乙代理", "停用离任甲的账号", "离任甲是领导小组成员，一般应由领导小组成员或科室负责人接任，接任乙现在不是");
        assertThat(Session.of(port, "office1").get("/departures").words()).contains("离任移交由平台管理员办理");
        assertThat(admin.post("/departures", Map.of("leaver", "leaving9", "successor", "leaving9")).words()).contains("接任人不能是离任人自己");
        assertThat(admin.post("/departures", Map.of("leaver", "leaving9", "successor", "auditor1")).words()).contains("不参与任何决定，不能接任");
        assertThat(admin.get("/departures?leaver=admin&successor=following9").words()).contains("唯一的平台管理员");
        Session stillThere = Session.of(port, "leaving9");

        assertThat(admin.post("/departures", Map.of("leaver", "leaving9", "successor", "following9")).words()).contains("已离任", "离任甲（leaving9）");

        JsonNode file = bureau.as("auditor1").get("/api/tasks/" + led).json();
        assertThat(file.get("leadLeader").asText()).isEqualTo("following9");
        assertThat(file.at("/responsibleBefore/1/leadLeaderName").asText()).isEqualTo("离任甲");
        assertThat(file.at("/measures/0/responsible").asText()).isEqualTo("接任乙");
        assertThat(Session.of(port, "auditor1").get("/tasks/" + led).words()).contains("此前负责", "园林绿化科，责任领导离任甲", "离任甲离任，由接任乙接任");
        assertThat(tasks.createTaskQuery().taskId(open).singleResult().getAssignee()).isEqualTo("following9");
        assertThat(deputies.actingFor("leader3", LocalDate.now().plusDays(3))).containsExactly("following9");
        assertThat(bureau.as("leaving9").get("/api/cases").status()).isEqualTo(401);
        assertThat(stillThere.get("/").words()).contains("您已办理离任移交，账号已停用");
        assertThat(organization.people()).noneMatch(person -> person.userId().equals("leaving9"));

        done(bureau.as("following9").submit(open, Map.of("signOffApproved", true, "sustained", true)));
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json().get("clean").asBoolean()).isTrue();
        assertThat(admin.post("/departures", Map.of("leaver", "following9", "successor", "leader1")).status()).isEqualTo(200);
        assertThat(bureau.as("auditor1").get("/api/tasks/" + signing).json().at("/rounds/0/decisions/3/personName").asText()).isEqualTo("接任乙");
    }
}

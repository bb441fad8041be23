package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.rest.impl.AbstractProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.audit.AuditTrail;
import org.rectification.audit.BreakGlass;
import org.rectification.organization.Organization;
import org.rectification.support.Browser;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** One login for everything; nothing but login, health and static assets answers without it. */
@OnH2
class DoorTest {

    private static final String OPEN = "/login|/first-admin|/error|/favicon\\.ico|/assets/.*|/webjars/.*|/actuator/health(/.*)?";
    private static final String FOR_PROGRAMS = "/(api|engine-rest|camunda/api|v3/api-docs|actuator)(/.*|\\.yaml)?";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired ServletContext servlets;
    @Autowired ManagementService management;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;
    @Autowired AuditTrail audit;
    @Autowired BreakGlass breakGlass;
    @Autowired Organization organization;
    @Autowired JdbcClient jdbc;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(port, management);
    }

    @AfterEach
    void takeAwayWhatWasDeployed() {
        repository.createDeploymentQuery().list().stream().filter(deployment -> deployment.getName() == null)
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        jdbc.sql("update ledger.break_glass set closes_at = opened_at").update();
    }

    @Test
    void nothingButLoginHealthAndStaticAssetsAnswersWithoutALogin() {
        Set<String> answering = new TreeSet<>();
        Set<String> addresses = addresses();
        for (String address : addresses) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                Answer answer = Caller.nobody(port).call(method, address);
                boolean forPrograms = address.matches(FOR_PROGRAMS);
                boolean toLogin = answer.status() == 302 && answer.headers().firstValue("Location").orElse("").endsWith("/login");
                boolean shut = forPrograms ? answer.status() == 401 && isProblem(answer) : toLogin || answer.status() == 403 && !method.equals("GET");
                if (!shut) answering.add(method + " " + address + " → " + answer.status());
            }
        }
        assertThat(addresses).hasSizeGreaterThan(100).contains("/api/cases", "/engine-rest/task", "/camunda/api/engine/x", "/actuator/prometheus", "/v3/api-docs", "/swagger-ui.html");
        assertThat(answering).isEmpty();
    }

    /** Every address that anything in the application has a mapping for, but the open ones. */
    private Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(mapping ->
                mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(info.getPatternValues())));
        context.getBeansOfType(SimpleUrlHandlerMapping.class).values().forEach(mapping -> all.addAll(mapping.getUrlMap().keySet()));
        servlets.getServletRegistrations().values().forEach(servlet -> all.addAll(servlet.getMappings()));
        servlets.getFilterRegistrations().values().forEach(filter -> all.addAll(filter.getUrlPatternMappings()));
        Stream.of(DefaultProcessEngineRestServiceImpl.class, AbstractProcessEngineRestServiceImpl.class).flatMap(type -> Arrays.stream(type.getMethods()))
                .map(DoorTest::pathOf).forEach(path -> all.addAll(List.of("/engine-rest" + path, "/camunda/api/engine/engine/default" + path)));
        all.addAll(List.of("/", "/engine-rest", "/engine-rest/engine", "/engine-rest/task/1/submit-form", "/engine-rest/openapi.json", "/camunda", "/camunda/",
                "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/welcome/default/",
                "/camunda/api/admin/auth/user/default", "/camunda/api/admin/auth/user/default/login/tasklist", "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/engine/engine", "/camunda/lib/deps.js", "/swagger-ui/index.html", "/v3/api-docs/swagger-config", "/actuator/env", "/actuator/heapdump", "/actuator/prometheus", "/h2-console",
                "/forms/Task_Implement.html", "/application.yaml"));
        return all.stream().map(pattern -> pattern.replaceAll("\\{[^}]+}", "1").replaceAll("\\*\\*?", "x"))
                .map(path -> path.startsWith("/") ? path : "/" + path).filter(path -> !path.matches(OPEN))
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private static String pathOf(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "/version" : "/" + path.value().replaceFirst("^/", "");
    }

    private static boolean isProblem(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && answer.json().get("status").asInt() == answer.status() && answer.json().has("type") && answer.json().get("title").asText().equals("请先登录")
                && answer.json().has("detail") && answer.json().get("errors").isArray() && answer.headers().firstValue("Location").isEmpty();
    }

    @Test
    void theFewOpenAddressesTellNothing() {
        assertThat(Caller.nobody(port).get("/login").status()).isEqualTo(200);
        assertThat(Caller.nobody(port).get("/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Caller.nobody(port).get("/first-admin").status()).as("an admin exists").isEqualTo(404);
        assertThat(Caller.nobody(port).get("/error").text()).doesNotContain("trace", "exception", "org.");
    }

    @Test
    void onlyTheAdminReadsMetrics() {
        assertThat(bureau.as("office1").get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(bureau.as("office1").get("/actuator").status()).isEqualTo(403);
        assertThat(bureau.as("admin").get("/actuator").status()).isEqualTo(200);
        assertThat(bureau.as("admin").get("/actuator/env").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/", "/camunda/api/admin//setup/default/user/create",
            "/camunda/api/admin/setup;x=y/default/user/create", "/camunda/api/admin/./setup/default/user/create", "/camunda/api/admin/%2e/setup/default/user/create",
            "/camunda/api/admin/x/../setup/default/user/create", "/camunda/api/admin/s%65tup/default/user/create", "/camunda/api/%61dmin/setup/default/user/create",
            "/camunda/api/admin/setup%2fdefault/user/create", "/camunda/api/admin/SETUP/default/user/create", "/%63amunda/api/admin/setup/default/user/create"})
    void nobodyMakesHimselfAnAdminThroughTheSetupEvenWhileThereIsNone(String path) {
        Map<String, Object> intruder = Map.of("profile", Map.of("id", "intruder", "firstName", "x", "lastName", "x"), "credentials", Map.of("password", "x"));
        Browser clerk = Browser.of(port, "sanitation1");
        identity.deleteMembership("admin", "camunda-admin");
        try {
            assertThat(Caller.nobody(port).post(path, intruder).status()).isBetween(400, 404);
            assertThat(clerk.post(path, intruder).status()).isBetween(400, 405);
            assertThat(bureau.as("parks1").post(path, intruder).status()).isBetween(400, 405);
            assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            identity.createMembership("admin", "camunda-admin");
        }
    }

    @Test
    void theSetupPageIsShutToo() {
        for (String path : List.of("/camunda/app/admin/default/setup/", "/camunda/app/admin/setup/", "/camunda/app/admin/default/setup")) {
            assertThat(Browser.of(port, "sanitation1").get(path).status()).as(path).isEqualTo(403);
        }
    }

    /** What the expression would do if anybody evaluated it. */
    private static final String EXPRESSION = "${auditTrail.record('intruder','expression','evaluated','')}";

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", "/filter/*/list", "/filter/*/count", "/filter/*/singleResult"})
    void noQueryEvaluatesAnExpression(String path) {
        String filter = bureau.as("parks1").get("/engine-rest/filter").json().get(0).get("id").asText();
        for (String key : List.of("assigneeExpression", "nameLikeExpression", "processInstanceBusinessKeyExpression", "candidateGroupExpression", "createdBeforeExpression")) {
            Map<String, Object> expression = Map.of(key, EXPRESSION);
            for (Map<String, Object> body : List.of(expression, Map.<String, Object>of("orQueries", List.of(expression)),
                    Map.<String, Object>of("orQueries", List.of(Map.of("name", "x"), expression)),
                    Map.<String, Object>of("orQueries", List.of(Map.of("orQueries", List.of(expression)))))) {
                bureau.as("parks1").post("/engine-rest" + path.replace("*", filter), body);
                Browser.of(port, "parks1").post(Browser.TASKLIST + path.replace("*", filter), body);
            }
            assertNothingWasEvaluated();
        }
    }

    @Test
    void anExpressionInAQueryIsRefusedInPeoplesWords() {
        Answer answer = bureau.as("parks1").post("/engine-rest/task", Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.reason()).contains("表达式");
    }

    @Test
    void noFilterKeepsAnExpression() {
        for (String key : List.of("assigneeExpression", "candidateGroupExpression")) {
            for (Object query : List.of(Map.of(key, EXPRESSION), Map.of("orQueries", List.of(Map.of(key, EXPRESSION))))) {
                Map<String, Object> filter = Map.of("resourceType", "Task", "name", "x", "query", query, "properties", Map.of());
                Answer answer = bureau.as("admin").post("/engine-rest/filter/create", filter);
                assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
                String present = bureau.as("admin").get("/engine-rest/filter").json().get(0).get("id").asText();
                assertThat(bureau.as("admin").put("/engine-rest/filter/" + present, filter).status()).isBetween(400, 409);
            }
        }
        bureau.as("parks1").get("/engine-rest/filter?itemCount=true");
        assertThat(bureau.as("admin").get("/engine-rest/filter?name=x").json()).isEmpty();
        assertNothingWasEvaluated();
    }

    private void assertNothingWasEvaluated() {
        assertThat(audit.latest(1000)).noneMatch(entry -> entry.person().equals("intruder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "python", "ecmascript"})
    void noScriptRunsEvenWhereTheAdminDeploysOne(String language) {
        breakGlass.open(organization.person("admin"), "演练");
        done(bureau.as("admin").upload("/engine-rest/deployment/create", Map.of("script.bpmn", model(
                "<bpmn:scriptTask id=\"act\" scriptFormat=\"" + language + "\"><bpmn:script>" + EXPRESSION + "</bpmn:script></bpmn:scriptTask>"))));
        Answer answer = bureau.as("admin").post("/engine-rest/process-definition/key/deployed/start", Map.of());
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        assertNothingWasEvaluated();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("deployed").count()).isZero();
    }

    @Test
    void onlyTheAdminDeploys() {
        Map<String, byte[]> model = Map.of("a.bpmn", model("<bpmn:task id=\"act\" />"));
        for (String person : List.of("office1", "leader1", "sanitation1", "auditor1", "discipline1")) {
            assertThat(bureau.as(person).upload("/engine-rest/deployment/create", model).status()).as(person).isEqualTo(403);
        }
        breakGlass.open(organization.person("admin"), "演练");
        done(bureau.as("admin").upload("/engine-rest/deployment/create", model));
    }

    private static byte[] model(String activity) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <bpmn:process id="deployed" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="act" />%s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(activity)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyTheAdminChangesPeopleGroupsAndAuthorizations() {
        Map<String, Object> user = Map.of("profile", Map.of("id", "intruder", "firstName", "x", "lastName", "x"), "credentials", Map.of("password", "x"));
        for (String person : List.of("office1", "leader1", "sanitation1", "auditor1")) {
            Caller caller = bureau.as(person);
            assertThat(List.of(
                    caller.post("/engine-rest/user/create", user).status(),
                    caller.post("/engine-rest/group/create", Map.of("id", "intruders", "name", "x", "type", "x")).status(),
                    caller.put("/engine-rest/group/camunda-admin/members/" + person, Map.of()).status(),
                    caller.delete("/engine-rest/user/" + person).status(),
                    caller.post("/engine-rest/authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", person, "resourceType", 8, "resourceId", "*")).status(),
                    caller.post("/engine-rest/tenant/create", Map.of("id", "t", "name", "t")).status())).as(person).containsOnly(403);
            assertThat(identity.createUserQuery().userId(person).count()).isEqualTo(1);
        }
        assertThat(identity.createGroupQuery().groupMember("office1").list()).hasSize(1);
    }

    /** The engine takes its own login from the address as it was sent; a letter behind a percent sign must not get past it. */
    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/%65ngine/default/task", "/camunda/api/%65ngine/engine/default/task", "/camunda/%61pi/engine/engine/default/task",
            "/%63amunda/api/engine/engine/default/task", "/camunda/api/engine/engine/%64efault/task", "/camunda/api/engine/engine/default/%74ask", "/engine-rest/%74ask",
            "/%65ngine-rest/task", "/engine%2Drest/task", "/camunda/api/engine/engine/default;x=y/task", "/camunda/api/engine//engine/default/task", "/camunda/api/engine/task",
            "/camunda/api/cockpit/%70lugin/base/default/process-instance", "/camunda/api/co%63kpit/plugin/base/default/process-instance", "/api/%63ases/../tasks"})
    void anAddressInDisguiseOpensNothing(String path) {
        String taskNumber = Bureau.taskNumber(bureau.launchedCase(1), 1);
        for (Answer answer : List.of(Browser.of(port, "parks1").get(path), bureau.as("parks1").get(path))) {
            assertThat(answer.status() >= 400 || answer.text().equals("[]")).as(answer.status() + answer.text()).isTrue();
            assertThat(answer.text()).doesNotContain(taskNumber).doesNotContain("Task_Implement");
        }
        assertThat(Caller.nobody(port).get(path).status()).isIn(302, 400, 401, 403, 404);
    }

    @Test
    void aSessionSendsATokenAndABasicLoginNeedsNone() {
        String caseNumber = bureau.startedCase();
        Map<String, Object> problems = Map.of("problems", List.of(Bureau.problem(1)));
        String path = "/api/cases/" + caseNumber + "/problems";
        Browser office = Browser.of(port, "office1");
        assertThat(office.postWithoutToken(path, problems).status()).isEqualTo(403);
        assertThat(office.postWithoutToken(path, problems, "X-RECTIFICATION-CSRF", "guessed").status()).isEqualTo(403);
        assertThat(office.postWithoutToken("/engine-rest/task/count", Map.of()).status()).isEqualTo(403);
        assertThat(office.postWithoutToken(path, problems, "Authorization", "Basic").status()).isIn(401, 403);
        assertThat(office.postWithoutToken(path, problems, "Authorization", "Basic Zm9v").status()).isIn(401, 403);
        assertThat(bureau.as("office1").get(path).json().get("problems")).isEmpty();
        assertThat(office.post(path, problems).status()).isEqualTo(201);
        assertThat(office.postWithoutToken(path, Map.of("problems", List.of(Bureau.problem(2))), "Authorization", "Basic b2ZmaWNlMTpkZW1v").status()).isEqualTo(201);
    }

    @Test
    void tasklistsOwnCallsNeedItsToken() {
        Browser clerk = Browser.of(port, "sanitation1");
        assertThat(clerk.post(Browser.TASKLIST + "/task/count", Map.of()).status()).isEqualTo(200);
        assertThat(clerk.postWithoutToken(Browser.TASKLIST + "/task/count", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void loggingOutOfTasklistEndsTheOneSession() {
        Browser clerk = Browser.of(port, "sanitation1");
        assertThat(clerk.get("/api/cases").status()).isEqualTo(200);
        clerk.get("/camunda/api/admin/auth/user/default/logout");
        assertThat(clerk.get("/api/cases").status()).as("a mere link logs nobody out").isEqualTo(200);
        assertThat(clerk.post("/camunda/api/admin/auth/user/default/logout", Map.of()).status()).isEqualTo(204);
        assertThat(clerk.get("/api/cases").status()).isEqualTo(401);
        assertThat(clerk.get(Browser.TASKLIST + "/task").status()).isEqualTo(401);
    }

    @Test
    void whoLogsInOverAnothersSessionIsHimselfEverywhere() {
        String taskNumber = Bureau.taskNumber(bureau.launchedCase(1), 1);
        Browser shared = Browser.of(port, "sanitation1");
        String tasks = Browser.TASKLIST + "/task/count?processInstanceBusinessKey=" + taskNumber;
        assertThat(shared.get(tasks).json().get("count").asInt()).isEqualTo(1);
        shared.login("parks1", "demo");
        assertThat(shared.get("/camunda/api/admin/auth/user/default").text()).doesNotContain("sanitation1");
        assertThat(shared.get(tasks).json().get("count").asInt()).isZero();
    }

    @Test
    void guessingAPasswordIsSlowedDownButLocksNobodyOutForGood() throws Exception {
        assertThat(IntStream.range(0, 12).parallel().mapToObj(i -> Caller.with(port, "legal2", "guess" + i).get("/api/cases").status()).toList()).containsOnly(401);
        assertThat(Caller.with(port, "legal2", "demo").get("/api/cases").status()).as("right, but too soon").isEqualTo(401);
        identity.unlockUser("legal2");
        assertThat(Caller.with(port, "legal2", "demo").get("/api/cases").status()).isEqualTo(200);
        assertThat(context.getBean(org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl.class).getLoginMaxAttempts()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aWrongLoginTellsNotWhetherThePersonExists() {
        List<Answer> answers = List.of(Caller.with(port, "legal1", "wrong").get("/api/cases"), Caller.with(port, "nobodyhere", "wrong").get("/api/cases"),
                Caller.with(port, "legal1", "").get("/api/cases"), Caller.with(port, "", "").get("/api/cases"), Caller.with(port, "LEGAL1", "demo").get("/api/cases"),
                Caller.with(port, "legal1 ", "demo").get("/api/cases"), Caller.with(port, "*", "demo").get("/api/cases"), Caller.with(port, "legal1' or '1'='1", "demo").get("/api/cases"));
        assertThat(answers).allMatch(answer -> answer.status() == 401).extracting(Answer::text).containsOnly(answers.get(0).text());
        List<Answer> pages = List.of(Browser.at(port).login("legal1", "wrong"), Browser.at(port).login("nobodyhere", "wrong"), Browser.at(port).login("", ""));
        assertThat(pages).extracting(answer -> answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "")).containsOnly("/login?error");
        identity.unlockUser("legal1");
    }

    @Test
    void aBrowserKeepsTheWebappsOwnFilesAndNothingElse() {
        Caller clerk = bureau.as("sanitation1");
        assertThat(clerk.get("/camunda/lib/deps.js").headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");
        assertThat(Caller.nobody(port).get("/camunda/lib/deps.js").headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(clerk.get("/camunda/app/tasklist/scripts/config.js").headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(clerk.get("/").headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void oneLoginOpensOurPagesTheEnginesRestAndItsWebapps() {
        Browser clerk = Browser.of(port, "sanitation1");
        assertThat(List.of(clerk.get("/api/cases").status(), clerk.get("/engine-rest/task").status(), clerk.get(Browser.TASKLIST + "/task").status(),
                clerk.get("/camunda/app/tasklist/default/").status())).containsOnly(200);
        assertThat(bureau.as("sanitation1").get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(clerk.get("/camunda/app/cockpit/default/").status()).isNotEqualTo(200);
        assertThat(clerk.get("/camunda/app/admin/default/").status()).isNotEqualTo(200);
    }
}

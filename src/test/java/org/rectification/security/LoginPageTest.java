package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class LoginPageTest {

    @LocalServerPort int port;

    @Test
    void whoFailsAgainLearnsThatTheAccountPauses() {
        Session someone = Session.at(port);
        assertThat(someone.login("finance2", "wrong").words()).contains("账号或密码不正确");
        assertThat(someone.login("finance2", "demo").words()).contains("系统会让账号暂停片刻");
    }

    @Test
    void theDemoOffersItsAccountsAndWhoLeavesIsToldSo() {
        assertThat(Session.at(port).get("/login").words()).contains("演示账号", "office1", "环境卫生科");
        Session office = Session.of(port, "office1");
        assertThat(office.post("/logout", Map.of()).words()).contains("您已安全退出");
        assertThat(office.get("/").path()).startsWith("/login");
    }

    /** The list of a ledger is fetched while somebody types; its answer must leave the page to find out that the login has ended. */
    @Test
    void whoseLoginEndedUnderAnOpenPageIsToldSo() throws Exception {
        HttpRequest.Builder typed = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cases")).header("Cookie", "JSESSIONID=ended").header("Accept", "*/*");
        HttpResponse<String> part = HttpClient.newHttpClient().send(typed.header("HX-Request", "true").build(), BodyHandlers.ofString());
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(part.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(Session.at(port).get("/cases").path()).startsWith("/login");
    }

    @Test
    void aWrongAddressIsAPageInChinese() {
        Page page = Session.of(port, "office1").get("/no/such/page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.words()).contains("没有找到这一页", "回到工作台");
    }
}

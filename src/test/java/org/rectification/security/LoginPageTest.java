package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aWrongAddressIsAPageInChinese() {
        Page page = Session.of(port, "office1").get("/no/such/page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.words()).contains("没有找到这一页", "回到工作台");
    }
}

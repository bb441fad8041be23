package org.rectification.security;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationFile;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An empty system has one way in: a token that only the operator's log knows, good until the first admin exists. */
@Component
class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final Organization organization;
    private final String token = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));

    FirstAdmin(Organization organization) {
        this.organization = organization;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (isOpen()) LOG.warn("No user exists yet. Open /first-admin and make the first administrator with this one-time token: {}", token);
    }

    boolean isOpen() {
        return organization.isEmpty();
    }

    @Transactional
    public void create(String sentToken, String userId, String name, String password) {
        if (!isOpen()) throw Refusal.unknown("平台管理员已经建立，请直接登录");
        if (sentToken == null || !MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sentToken.strip().getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.notYours("一次性口令不正确，请从服务器启动日志中抄取");
        }
        Flaws flaws = new Flaws();
        String id = flaws.text("userId", "账号", userId, 64);
        if (!id.isEmpty() && !id.matches("[A-Za-z0-9]+")) flaws.add("userId", "账号只能由字母和数字组成");
        String shown = flaws.text("name", "姓名", name, 100);
        if (password == null || password.length() < 10) flaws.add("password", "密码至少10位");
        flaws.refuseInput();
        Person admin = new Person(id, shown, null, Set.of(Groups.CAMUNDA_ADMIN));
        organization.take(new OrganizationFile(List.of(), List.of(admin), Map.of(id, password), Map.of(), Map.of()));
        LOG.info("first administrator made");
    }
}

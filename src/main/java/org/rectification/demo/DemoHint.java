package org.rectification.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of a demo's start say where to go and as whom, so that nobody has to read a manual first. */
@Component
@Profile("demo")
class DemoHint {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHint.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        LOG.info("""
                The demo is ready.

                    巡察整改演示：http://127.0.0.1:{}{}/
                    密码都是 demo：office1 整改办 · leader1 领导小组 · supervisor1 督导检查组 · sanitation1 环境卫生科经办人
                                   sanitationhead 环境卫生科负责人 · auditor1 审计 · admin 平台管理员；其他账号见登录页
                """, environment.getProperty("local.server.port"), environment.getProperty("server.servlet.context-path", ""));
    }
}

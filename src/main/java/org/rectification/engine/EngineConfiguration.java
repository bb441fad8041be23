package org.rectification.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.rectification.RectificationApplication;
import org.rectification.audit.BreakGlass;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What of the engine cannot be said in application.yaml. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    EngineClock clock() {
        return new EngineClock(RectificationApplication.TIME_ZONE.toZoneId());
    }

    @Bean
    ProcessEnginePlugin walls(@Lazy BreakGlass breakGlass, @Lazy Organization organization, @Lazy Offers offers) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPreCommandInterceptorsTxRequired(outermost(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(outermost(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
                engine.setCustomSessionFactories(List.of(OwnTasks.instead(() -> organization), OfferedTasks.instead(() -> offers, () -> organization)));
                engine.setCustomHistoryLevels(List.of(new LeanHistory()));
                engine.setScriptEngineResolver(new NoScripts());
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setJavaSerializationFormatEnabled(false);
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                engine.setTenantCheckEnabled(false);
                engine.setReevaluateTimeCycleWhenDue(true);
                engine.setJobExecutorAcquireByDueDate(true);
                engine.setJobExecutorPreferTimerJobs(true);
            }

            private List<CommandInterceptor> outermost(ProcessEngineConfigurationImpl engine, List<CommandInterceptor> present) {
                List<CommandInterceptor> all = new ArrayList<>();
                all.add(new CommandWall(engine::getIdentityService, breakGlass));
                if (present != null) all.addAll(present);
                return all;
            }
        };
    }

    @Bean
    ProcessEnginePlugin administrators() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Groups.CAMUNDA_ADMIN);
        return plugin;
    }
}

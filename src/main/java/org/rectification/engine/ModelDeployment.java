package org.rectification.engine;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys every model with its forms under the names they have in the project; unchanged ones stay as they are. */
@Component
class ModelDeployment {

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(DoorsOpening.class)
    @Order(0)
    void deploy() throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name("巡察整改").source("rectification").enableDuplicateFiltering(false);
        for (String pattern : new String[] {"bpmn/*.bpmn", "bpmn/*.dmn", "forms/*"}) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(pattern.substring(0, pattern.indexOf('/') + 1) + resource.getFilename(), content);
                }
            }
        }
        deployment.deploy();
    }
}

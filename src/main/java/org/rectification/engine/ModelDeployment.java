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

/**
 * Deploys every model with its forms under the names they have in the project, and the decision tables beside them; unchanged ones
 * stay as they are. Tables are deployed apart: a table that an admin has put in their place stays in force when a model changes.
 */
@Component
class ModelDeployment {

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(DoorsOpening.class)
    @Order(0)
    void deploy() throws IOException {
        deploy("巡察整改", "bpmn/*.bpmn", "forms/*");
        deploy("决策表", "bpmn/*.dmn");
    }

    private void deploy(String name, String... patterns) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name(name).source("rectification").enableDuplicateFiltering(false);
        for (String pattern : patterns) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(pattern.substring(0, pattern.indexOf('/') + 1) + resource.getFilename(), content);
                }
            }
        }
        deployment.deploy();
    }
}

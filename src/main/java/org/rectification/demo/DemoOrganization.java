package org.rectification.demo;

import java.io.IOException;
import org.rectification.engine.DoorsOpening;
import org.rectification.organization.Organization;
import org.rectification.organization.OrganizationFile;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The people of the demo, from the same kind of file that a real bureau imports. */
@Component
@Profile("demo")
class DemoOrganization {

    private final Organization organization;

    DemoOrganization(Organization organization) {
        this.organization = organization;
    }

    @EventListener(DoorsOpening.class)
    @Order(10)
    void arrive() throws IOException {
        if (!organization.isEmpty()) return;
        organization.take(OrganizationFile.read(new ClassPathResource("demo/organization.csv").getContentAsByteArray()));
    }
}

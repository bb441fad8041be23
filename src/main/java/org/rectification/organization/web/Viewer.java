package org.rectification.organization.web;

import java.util.List;
import java.util.Optional;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.organization.Secretaries;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who looks at a page, for its header. A bean that templates ask, so that no controller has to think of it. */
@Component
class Viewer {

    private final Organization organization;
    private final Secretaries secretaries;

    Viewer(Organization organization, Secretaries secretaries) {
        this.organization = organization;
        this.secretaries = secretaries;
    }

    /** @param name 姓名; {@code roles} as users say them */
    public record Shown(String userId, String name, List<String> roles, boolean admin, boolean auditor, boolean office, boolean decides) {}

    /** Null where nobody known is logged in. */
    public Shown shown() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        Optional<Person> person = login == null ? Optional.empty() : organization.find(login.getName());
        return person.map(known -> new Shown(known.userId(), known.name(), organization.roleNames(known), known.isIn(Groups.CAMUNDA_ADMIN), known.isIn(Groups.AUDITOR), known.isIn(Groups.RECTIFICATION_OFFICE),
                known.decidesOnTasks() || !secretaries.leadersOf(known).isEmpty())).orElse(null);
    }
}

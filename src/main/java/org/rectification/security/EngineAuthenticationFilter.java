package org.rectification.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.rectification.organization.Organization;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is calling its REST, here and in the webapps, so that no call comes without an actor, and in which groups he is on this day. */
class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Organization organization;
    private final DeputyChange deputies;

    EngineAuthenticationFilter(IdentityService identity, Organization organization, DeputyChange deputies) {
        this.identity = identity;
        this.organization = organization;
        this.deputies = deputies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        deputies.followToday();
        List<String> groups = organization.find(login.getName()).map(person -> List.copyOf(person.groups())).orElse(List.of());
        identity.setAuthentication(login.getName(), groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}

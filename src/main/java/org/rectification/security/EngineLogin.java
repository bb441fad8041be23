package org.rectification.security;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.rectification.organization.Organization;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The one login: the engine keeps the passwords and slows down guessing, the organisation says who belongs where. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final Organization organization;
    private final DeputyChange deputies;

    EngineLogin(IdentityService identity, Organization organization, DeputyChange deputies) {
        this.identity = identity;
        this.organization = organization;
        this.deputies = deputies;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String userId = login.getName();
        String password = String.valueOf(login.getCredentials());
        if (userId.isBlank() || password.isEmpty()) throw new BadCredentialsException("empty");
        boolean right;
        try {
            right = identity.checkPassword(userId, password);
        } catch (AuthenticationException e) {
            throw new LockedException("locked", e);
        }
        if (!right) throw new BadCredentialsException("wrong");
        deputies.followToday();
        if (organization.hasLeft(userId)) throw new BadCredentialsException("has left");
        var groups = organization.find(userId).orElseThrow(() -> new BadCredentialsException("not in the organisation")).groups();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, groups.stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

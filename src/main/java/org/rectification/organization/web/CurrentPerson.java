package org.rectification.organization.web;

import java.security.Principal;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method that asks for a {@link Person} the one who is logged in. */
@Component
class CurrentPerson implements HandlerMethodArgumentResolver {

    private final Organization organization;

    CurrentPerson(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binder) {
        Principal principal = request.getUserPrincipal();
        return organization.person(principal == null ? "" : principal.getName());
    }
}

package org.rectification.organization.web;

import java.security.Principal;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
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
        String userId = principal == null ? "" : principal.getName();
        Person person = organization.person(userId);
        if (person.groups().isEmpty() && organization.hasLeft(userId)) throw Refusal.notYours("您已办理离任移交，账号已停用；如有疑问请联系平台管理员");
        return person;
    }
}

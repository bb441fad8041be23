package org.rectification.organization.web;

import java.util.List;
import org.rectification.organization.Person;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class CurrentPersonConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    private final CurrentPerson currentPerson;

    CurrentPersonConfiguration(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentPerson);
    }
}

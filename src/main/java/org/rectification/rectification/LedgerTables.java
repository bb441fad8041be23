package org.rectification.rectification;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** Names go to the database unquoted, so that H2 and PostgreSQL fold them each in its own way. */
@Configuration(proxyBeanMethods = false)
class LedgerTables extends AbstractJdbcConfiguration {

    @Override
    public JdbcMappingContext jdbcMappingContext(java.util.Optional<NamingStrategy> naming, JdbcCustomConversions conversions, RelationalManagedTypes types) {
        JdbcMappingContext context = super.jdbcMappingContext(naming, conversions, types);
        context.setForceQuote(false);
        return context;
    }
}

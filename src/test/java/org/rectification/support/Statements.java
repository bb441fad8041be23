package org.rectification.support;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Listens to what a test's thread sends to the database. */
public class Statements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();

    /** @return the statements that the work sent, in order; a batch is one of them, however long */
    public static List<String> of(Runnable work) {
        List<String> sent = new ArrayList<>();
        RECORDED.set(sent);
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource database)) return bean;
        return ProxyDataSourceBuilder.create(database).afterQuery((execution, queries) -> {
            if (RECORDED.get() != null) queries.stream().map(QueryInfo::getQuery).forEach(RECORDED.get()::add);
        }).build();
    }
}

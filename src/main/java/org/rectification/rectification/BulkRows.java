package org.rectification.rectification;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.util.ParsingUtils;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows into objects by the names of their fields, several times faster than Spring Data does: for queries that answer thousands. */
class BulkRows<T> implements RowMapper<T> {

    static class OfTasks extends BulkRows<RectificationTask> {
        OfTasks() { super(RectificationTask.class); }
    }

    static class OfMeasures extends BulkRows<Measure> {
        OfMeasures() { super(Measure.class); }
    }

    private record Read(Field field, String column) {}

    private final Constructor<T> constructor;
    private final List<Read> reads;

    private BulkRows(Class<T> type) {
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
        constructor.setAccessible(true);
        reads = Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible())
                .map(field -> new Read(field, ParsingUtils.reconcatenateCamelCase(field.getName(), "_"))).toList();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        try {
            T read = constructor.newInstance();
            for (Read each : reads) each.field.set(read, value(row, each.column, each.field.getType()));
            return read;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(ResultSet row, String column, Class<?> type) throws SQLException {
        if (type == String.class) return row.getString(column);
        if (type == int.class) return row.getInt(column);
        if (type == boolean.class) return row.getBoolean(column);
        if (!type.isEnum()) return row.getObject(column, type);
        String name = row.getString(column);
        return name == null ? null : constant(type, name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}

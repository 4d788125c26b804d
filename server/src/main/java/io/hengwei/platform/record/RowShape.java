package io.hengwei.platform.record;

import io.hengwei.platform.shared.SqlValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/// The columns of an aggregate, as Spring Data maps them (embedded values included), so that a save can be one
/// statement among others.
final class RowShape {
    private record Column(String name, List<RelationalPersistentProperty> path) {}

    private final List<Column> columns = new ArrayList<>();
    private final String insert;
    private final String update;
    private final String lock;

    RowShape(RelationalMappingContext context, Class<?> aggregate) {
        var entity = context.getRequiredPersistentEntity(aggregate);
        collect(context, entity, List.of());
        var table = entity.getQualifiedTableName()
                .toSql(org.springframework.data.relational.core.sql.IdentifierProcessing.NONE);
        insert = "insert into " + table + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
        update = "update " + table + " set "
                + columns.stream().map(c -> c.name() + " = ?").collect(Collectors.joining(", "))
                + " where id = ? and version = ?";
        lock = "select id from " + table + " where id = any(?) order by id for update";
    }

    private void collect(
            RelationalMappingContext context,
            RelationalPersistentEntity<?> entity,
            List<RelationalPersistentProperty> path) {
        for (var property : entity) {
            var here = new ArrayList<>(path);
            here.add(property);
            if (property.isEmbedded()) {
                collect(context, context.getRequiredPersistentEntity(property), here);
            } else {
                columns.add(new Column(property.getColumnName().getReference(), here));
            }
        }
    }

    /// Locks rows, always in the same order.
    String lock() {
        return lock;
    }

    Statement save(ProcessRecord<?, ?> record) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : columns) values.add(value(record, column));
        if (record.version() == 0) return new Statement(insert, values);
        values.add(record.id().value());
        values.add(record.version());
        return new Statement(update, values);
    }

    private static @Nullable Object value(ProcessRecord<?, ?> record, Column column) {
        Object value = record;
        for (var property : column.path()) {
            if (value == null) return null;
            value = property.getOwner().getPropertyAccessor(value).getProperty(property);
        }
        if (column.path().getLast().isVersionProperty()) return record.version() + 1;
        return value == null ? null : SqlValues.of(value);
    }
}

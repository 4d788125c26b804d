import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Fills the tables set by set, as the owner.
final class Seed {
    private final Product product;
    private final Company company;

    Seed(Product product, Company company) {
        this.product = product;
        this.company = company;
    }

    /// Empties all records and makes so many incidents.
    void incidents(int records) throws Exception {
        var began = System.nanoTime();
        try (var owner = product.owner(); var statement = owner.createStatement()) {
            statement.execute("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'");
            statement.execute("truncate workorder.work_order, incident.incident, record.record_card, record.record_tokens, record.journal, record.journal_position, sla.clock, sla.clock_event cascade");
            company(owner);
            var indexes = indexes(owner);
            for (var index : indexes) statement.execute("drop index " + index.name());
            owner.setAutoCommit(false);
            statement.execute(Files.readString(Path.of("bench/seed.sql")).replace(":n", Integer.toString(records)).replace(":first", "0"));
            owner.commit();
            owner.setAutoCommit(true);
            for (var index : indexes) statement.execute(index.definition());
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            if (!e.getMessage().contains("checkpoint")) throw e;
        }
        System.out.printf("%,d incidents in %.0f s%n", records, (System.nanoTime() - began) / 1e9);
    }

    private record Index(String name, String definition) {}

    /// The indexes that are quicker made at the end.
    private static List<Index> indexes(Connection owner) throws SQLException {
        var all = new ArrayList<Index>();
        try (var statement = owner.createStatement(); var found = statement.executeQuery("""
                select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
                where indrelid in ('incident.incident'::regclass, 'workorder.work_order'::regclass, 'record.record_card'::regclass, 'record.record_tokens'::regclass, 'sla.clock'::regclass) and not indisunique""")) {
            while (found.next()) all.add(new Index(found.getString(1), found.getString(2)));
        }
        return all;
    }

    private void company(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("drop table if exists public.bench_company");
            statement.execute("create table public.bench_company (units uuid[], branch uuid[], outpost uuid, people uuid[], groups uuid[], systems uuid[])");
        }
        try (var insert = owner.prepareStatement("insert into public.bench_company values (?, ?, ?, ?, ?, ?)")) {
            insert.setArray(1, ids(owner, company.units()));
            insert.setArray(2, ids(owner, company.branch()));
            insert.setObject(3, UUID.fromString(company.outpost()));
            insert.setArray(4, ids(owner, company.people()));
            insert.setArray(5, ids(owner, company.groups()));
            insert.setArray(6, ids(owner, company.systems()));
            insert.executeUpdate();
        }
    }

    private static java.sql.Array ids(Connection connection, List<String> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.stream().map(UUID::fromString).toArray());
    }

    /// Ids of some records of a size, for the pages to open.
    List<String> some(int many) throws Exception {
        try (var owner = product.owner(); var found = owner.createStatement().executeQuery("select id from incident.incident tablesample system (1) order by random() limit " + many)) {
            var ids = new ArrayList<String>();
            while (found.next()) ids.add(found.getString(1));
            return ids;
        }
    }
}

package io.hengwei.process.incident.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.SomeCompany;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports a log of its own into a branch of its own, step by step.
class ImportBench {
    static final AtomicInteger LOGS = new AtomicInteger();
    final Imports imports;
    final ImportQueries queries;
    final ImportWorker worker;
    final Mappings mappings;
    final SettingAdministration settings;
    final JdbcClient db;
    final TransactionTemplate transactions;
    final UnitId branch;
    final UserId manager;
    final String log;

    ImportBench(ApplicationContext context) {
        imports = context.getBean(Imports.class);
        queries = context.getBean(ImportQueries.class);
        worker = context.getBean(ImportWorker.class);
        mappings = context.getBean(Mappings.class);
        settings = context.getBean(SettingAdministration.class);
        db = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionTemplate.class);
        worker.stop();
        var company = new SomeCompany(db, transactions);
        branch = company.branch();
        manager = company.person(branch, "李娜");
        log = "log-" + LOGS.incrementAndGet();
        keep("UTF-8");
    }

    Mapping shipped() {
        return Scope.asSystem(() -> mappings.get("servicenow-events"));
    }

    void keep(String charset) {
        var mapping = Logs.mapping(log, shipped(), charset);
        Scope.asSystem(() -> mappings.keep(mapping, branch));
    }

    <T> T as(Supplier<T> work) {
        return SomeCompany.as(manager, branch, work, "import:run", "incident:read");
    }

    UUID start(InputStream file) {
        return as(() -> imports.preview(new Upload("log.csv", file, -1), log, branch));
    }

    UUID preview(InputStream file) {
        var id = start(file);
        work(() -> true);
        return id;
    }

    UUID run0(UUID id) {
        imports.run(id);
        return id;
    }

    UUID run(UUID id) {
        as(() -> run0(id));
        work(() -> true);
        assertThat(view(id).state()).isEqualTo(ImportState.DONE);
        return id;
    }

    void work(BooleanSupplier goOn) {
        while (worker.workOne(goOn) && goOn.getAsBoolean()) {}
    }

    static BooleanSupplier steps(int count) {
        var left = new AtomicInteger(count);
        return () -> left.getAndDecrement() > 0;
    }

    /// As if the node had died and its time was over.
    void abandon(UUID id) {
        system(() -> db.sql(
                        "update incident.history_import set claimed_until = now() - interval '1 minute' where id = ?")
                .param(id)
                .update());
    }

    ImportQueries.View view(UUID id) {
        return as(() -> queries.one(id, Locale.US));
    }

    long one(String sql) {
        return system(() -> db.sql(sql).param(log).query(Long.class).single());
    }

    List<String> texts(String sql) {
        return system(() -> db.sql(sql).param(log).query(String.class).list());
    }

    <T> T system(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    void letTheWorkerWork() {
        worker.start();
    }
}

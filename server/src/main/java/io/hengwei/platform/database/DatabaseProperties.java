package io.hengwei.platform.database;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `hengwei.data`, `hengwei.database.*` and `hengwei.postgres.*`: without a URL the database is our own, in the data
/// folder.
@ConfigurationProperties("hengwei")
record DatabaseProperties(
        @DefaultValue("data") Path data,
        @DefaultValue Database database,
        @DefaultValue Map<String, String> postgres) {

    record Database(
            @Nullable String url,
            @DefaultValue Role owner,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int poolSize) {}

    record Role(
            @DefaultValue("") String user, @DefaultValue("") String password) {}

    boolean embedded() {
        return database.url() == null || database.url().isBlank();
    }

    DatabaseAccess external() {
        return DatabaseAccess.yours(
                String.valueOf(database.url()),
                new DatabaseAccess.Login(
                        database.owner().user(), database.owner().password()),
                new DatabaseAccess.Login(database.user(), database.password()));
    }
}

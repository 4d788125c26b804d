package io.hengwei.platform.identity.signin;

import io.hengwei.platform.shared.SqlValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one-time code of the first start: in the log and, readable by its owner alone, in the data folder. Of the code
/// the database keeps the SHA-256; each node that starts before the setup has a code of its own.
@Component
class SetupCode {
    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // nothing that looks like something else
    private static final int LENGTH = 20;

    private final JdbcClient db;
    private final Clock clock;
    private final Path file;

    SetupCode(JdbcClient db, Clock clock, @Value("${hengwei.data}") Path data) {
        this.db = db;
        this.clock = clock;
        file = data.resolve("setup-code");
    }

    void offer() {
        try {
            var code = kept();
            if (code.isEmpty()) code = make();
            LOG.info(
                    "\n\n    First start: open this server in a browser. Setup code (初始化码): {}\n    It is in {} too.\n",
                    code,
                    file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String kept() throws IOException {
        if (!Files.isReadable(file)) return "";
        var code = Files.readString(file).strip();
        return isRight(code) ? code : "";
    }

    private String make() throws IOException {
        var random = new SecureRandom();
        var code = IntStream.range(0, LENGTH)
                .mapToObj(i -> (i > 0 && i % 5 == 0 ? "-" : "") + SIGNS.charAt(random.nextInt(SIGNS.length())))
                .collect(Collectors.joining());
        db.sql("insert into identity.setup_code (code, made_at) values (?, ?)")
                .param(digest(code))
                .param(SqlValues.of(clock.instant()))
                .update();
        write(code);
        return code;
    }

    private void write(String code) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix)
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, code + "\n");
    }

    /// Only hashes are compared; a code has 98 bits, so nobody guesses one.
    boolean isRight(String code) {
        return db.sql("select exists (select from identity.setup_code where code = ?)")
                .param(digest(code))
                .query(Boolean.class)
                .single();
    }

    void forget() {
        db.sql("delete from identity.setup_code").update();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The used setup code could not be deleted: {}", file);
        }
    }

    private static byte[] digest(String code) {
        try {
            var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

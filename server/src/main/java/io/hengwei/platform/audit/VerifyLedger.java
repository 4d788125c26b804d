package io.hengwei.platform.audit;

import io.hengwei.platform.database.DatabaseUnusable;
import io.hengwei.platform.database.OfflineDatabase;
import io.hengwei.platform.shared.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The jar's mode `verify-ledger [--anchor FILE]`: recomputes the whole chain of a stopped product, or of an external
/// database, and says the first thing that is wrong. Exit code 0 when all is as it was sealed, 1 otherwise.
public final class VerifyLedger {
    private static final String MODE = "verify-ledger";
    private static final int STRIDE = 100;

    private VerifyLedger() {}

    /// The exit code, if these are the arguments of this mode.
    public static Optional<Integer> run(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].equals(MODE)) return Optional.empty();
        if (arguments.length != 1 && (arguments.length != 3 || !arguments[1].equals("--anchor")))
            return failed("用法 / usage: " + MODE + " [--anchor FILE]");
        try {
            var anchors = arguments.length == 3 ? anchors(Path.of(arguments[2])) : List.<Anchor>of();
            try (var database = OfflineDatabase.open(environment);
                    var connection = database.connect()) {
                return Optional.of(
                        verify(JdbcClient.create(new SingleConnectionDataSource(connection, true)), anchors));
            }
        } catch (NoSuchFileException e) {
            return failed("没有这个文件 / no such file: " + e.getMessage());
        } catch (Refused e) {
            return failed("不是锚点文件 / not a file of anchors");
        } catch (IOException | SQLException | DataAccessException | DatabaseUnusable e) {
            return failed("失败 / failed: " + e.getMessage());
        }
    }

    private static List<Anchor> anchors(Path file) throws IOException {
        return Anchor.read(Files.readString(file, StandardCharsets.UTF_8));
    }

    static int verify(JdbcClient db, List<Anchor> anchors) {
        var verification = new Verification(db);
        var step = new Verification.Step(Verification.Standing.BEGIN, null, true);
        while (step.fault() == null && step.more()) step = verification.step(step.standing(), STRIDE);
        var standing = step.standing();
        var fault = firstOf(step.fault(), verification, standing, anchors);
        IO.println("已核对 %d 个区块、%d 行 / %d blocks, %d lines verified"
                .formatted(standing.block(), standing.seq(), standing.block(), standing.seq()));
        if (fault == null) {
            IO.println("账本完整，%d 个外部锚点相符。 / The ledger is whole; %d exported anchors match."
                    .formatted(anchors.size(), anchors.size()));
            return 0;
        }
        System.err.println("账本不完整：" + fault.told());
        return 1;
    }

    private static @Nullable Fault firstOf(
            @Nullable Fault chain, Verification verification, Verification.Standing standing, List<Anchor> anchors) {
        if (chain != null) return chain;
        var end = verification.end(standing);
        return end != null ? end : verification.anchors(anchors);
    }

    private static Optional<Integer> failed(String message) {
        System.err.println(message);
        return Optional.of(1);
    }
}

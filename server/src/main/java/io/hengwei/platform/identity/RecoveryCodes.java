package io.hengwei.platform.identity;

import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ten codes for who has lost the second factor; each counts once. A code has 79 random bits, so a fast hash of it is
/// as good as a slow one. In the person's own name.
@Component
class RecoveryCodes {
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // nothing that looks like something else
    private static final int HOW_MANY = 10;
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;

    RecoveryCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// New ones in place of whatever was left.
    List<String> renew(UserId person) {
        db.sql("delete from identity.recovery_code where person = ?")
                .param(person.value())
                .update();
        var codes = Stream.generate(RecoveryCodes::code).limit(HOW_MANY).toList();
        codes.forEach(code -> db.sql("insert into identity.recovery_code (person, hash) values (?, ?)")
                .param(person.value())
                .param(digest(code))
                .update());
        return codes;
    }

    /// @return whether it was one of this person's, not used before
    boolean use(UserId person, String code) {
        return db.sql("update identity.recovery_code set used_at = ? where person = ? and hash = ? and used_at is null")
                        .param(SqlValues.of(clock.instant()))
                        .param(person.value())
                        .param(digest(code))
                        .update()
                == 1;
    }

    int left(UserId person) {
        return db.sql("select count(*) from identity.recovery_code where person = ? and used_at is null")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private static String code() {
        return IntStream.range(0, LENGTH)
                .mapToObj(i -> (i > 0 && i % 4 == 0 ? "-" : "") + SIGNS.charAt(RANDOM.nextInt(SIGNS.length())))
                .collect(Collectors.joining());
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

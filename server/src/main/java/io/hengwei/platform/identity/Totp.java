package io.hengwei.platform.identity;

import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

/// Codes that change with the time (RFC 6238: SHA-1, six digits, half a minute), as every authenticator app makes them.
final class Totp {
    private static final String ISSUER = "Hengwei";
    private static final int STEP_SECONDS = 30;
    private static final int SKEW = 1;

    private Totp() {}

    /// A new secret of 160 bits, in base 32.
    static String secret() {
        return new String(SecretGenerator.generate(160), StandardCharsets.US_ASCII);
    }

    /// What an app reads from the picture.
    static String address(String secret, String account) {
        try {
            URI address = generator(secret).getURI(ISSUER, account);
            return address.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The time step whose code this is; a clock may be one step off.
    static OptionalLong step(String secret, String code, Instant now) {
        var generator = generator(secret);
        var present = now.getEpochSecond() / STEP_SECONDS;
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            var right = generator.at(Instant.ofEpochSecond(step * STEP_SECONDS));
            if (MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII)))
                return OptionalLong.of(step);
        }
        return OptionalLong.empty();
    }

    static String code(String secret, Instant at) {
        return generator(secret).at(at);
    }

    private static TOTPGenerator generator(String secret) {
        return TOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII));
    }
}

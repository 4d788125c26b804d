package io.hengwei.platform.notification.robot;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a robot is reached and with what it is signed: whoever knows this speaks in the group. Both are judged by
/// `Webhooks` and not by rules here, whose failure would repeat them.
///
/// @param webhook its address, with the key that is part of it
/// @param secret with which messages are signed; null for none
record RobotAccess(@NotNull String webhook, @Nullable String secret) {
    private static final int SHORTEST_SECRET = 6;

    /// The text without anything of this, should whoever was called repeat it.
    String maskedIn(String text) {
        var masked = text;
        for (var part : secretParts().toList()) masked = masked.replace(part, "***");
        return masked;
    }

    private Stream<String> secretParts() {
        return Stream.concat(
                        Stream.of(webhook, Objects.requireNonNullElse(secret, "")),
                        Arrays.stream(webhook.split("[/?&=]")).skip(3))
                .filter(part -> part.length() >= SHORTEST_SECRET);
    }

    @Override
    public String toString() {
        return "RobotAccess[]";
    }
}

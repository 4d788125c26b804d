package io.hengwei.platform.approval;

import io.hengwei.platform.record.Gate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What somebody is asked to consent to, exactly: one operation with all its data on one thing in one version. Its hash
/// says whether what is done later is what was shown.
///
/// @param content the operation as JSON
/// @param hash SHA-256, in hexadecimal digits, over all the other parts
record Frozen(
        String operation,
        @Nullable String permission,
        String subjectKind,
        @Nullable UUID subject,
        @Nullable UUID subjectUnit,
        long seenVersion,
        String content,
        String hash) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    static Frozen of(Gate.Proposal proposal, JsonMapper json) {
        var operation = proposal.operation();
        var content = json.writeValueAsString(operation);
        var unit = proposal.unit() == null ? null : proposal.unit().value();
        return new Frozen(
                operation.commandName(),
                proposal.permission(),
                proposal.kind(),
                proposal.subject(),
                unit,
                proposal.seenVersion(),
                content,
                hash(
                        operation.commandName(),
                        proposal.permission(),
                        proposal.kind(),
                        proposal.subject(),
                        unit,
                        proposal.seenVersion(),
                        content));
    }

    /// What the operation says, by field.
    Map<String, Object> fields() {
        var fields = JSON.readValue(content, FIELDS);
        fields.remove("command");
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /// Each part is preceded by its length, so that no two different contents read alike.
    private static String hash(@Nullable Object... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

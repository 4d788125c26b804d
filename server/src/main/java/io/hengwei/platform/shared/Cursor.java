package io.hengwei.platform.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a stretch of a list ended: the last row's sort key and id, and a hash of list, sort and filter, so that a
/// cursor of one list is refused by another.
record Cursor(@Nullable String key, UUID id, int hash) {
    String encode() {
        var text = Integer.toHexString(hash) + " " + id + " " + (key == null ? "-" : "+" + key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same filter has the same hash on every node: arrays by content, whatever their order.
    static int hash(String list, Sort sort, List<String> conditions, Map<String, Object> parameters) {
        var comparable = new TreeMap<>(parameters);
        comparable.replaceAll((ignored, value) -> value instanceof Object[] many
                ? Arrays.stream(many).map(String::valueOf).sorted().toList()
                : value.toString());
        return Objects.hash(list, sort.name(), sort.descending(), conditions, comparable);
    }

    static Cursor decode(String encoded, int expectedHash) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", 3);
            var hash = Integer.parseUnsignedInt(parts[0], 16);
            if (hash != expectedHash) throw Refused.invalid("cursor");
            return new Cursor(parts[2].startsWith("+") ? parts[2].substring(1) : null, UUID.fromString(parts[1]), hash);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refused.invalid("cursor");
        }
    }
}

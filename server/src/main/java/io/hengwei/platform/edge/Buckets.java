package io.hengwei.platform.edge;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// A bucket for each of the last so many that asked; more memory than that is never taken, whoever asks.
final class Buckets {
    private static final int MOST = 20_000;
    private static final int NETWORK_GROUPS = 4;

    /// @param perMinute part of the key, so that a changed figure holds at once
    private record Key(String who, int perMinute) {}

    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Bucket of(String who, int perMinute) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    new Key(who, perMinute),
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(key.perMinute())
                                    .refillGreedy(key.perMinute(), Duration.ofMinutes(1)))
                            .build());
        }
    }

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    /// Whoever has one address of IPv6 has the 2⁶⁴ beside it.
    static String network(String address) {
        if (!address.contains(":")) return address;
        var groups = expanded(address).split(":");
        return String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS));
    }

    private static String expanded(String address) {
        try {
            var bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes).replaceAll("(.{4})(?!$)", "$1:");
        } catch (IllegalArgumentException e) {
            return "0:0:0:0";
        }
    }

    static String digest(String credential) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

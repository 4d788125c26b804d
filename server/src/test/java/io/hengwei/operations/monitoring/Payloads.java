package io.hengwei.operations.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Bodies that real systems sent.
final class Payloads {
    static final String DOWN = "alertmanager-0.25-00-InstanceDown-firing-1alerts";
    static final String TWO = "alertmanager-0.25-01-DiskWillFillIn4Hours-firing-2alerts";
    static final String STORM = "alertmanager-0.25-02-TargetDown-firing-50alerts";
    static final String UP = "alertmanager-0.25-03-InstanceDown-resolved-1alerts";
    static final String LATENCY = "alertmanager-0.25-04-HighLatency-firing-1alerts";
    static final String SAME_LABELS = "zulip-alertmanager-alert";

    private Payloads() {}

    static String body(String name) {
        try (var stream = Payloads.class.getResourceAsStream("/alert-payloads/" + name + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

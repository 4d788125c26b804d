package io.hengwei.platform.record;

/// The answer to an act on a record: where it stands now.
public record Ack(RecordId id, String kind, String number, String title, String state, Phase phase, long version) {
    static Ack of(RecordType<?, ?, ?> type, ProcessRecord<?, ?> record) {
        return new Ack(
                record.id(),
                type.kind(),
                record.number(),
                record.title(),
                ((Enum<?>) record.state()).name(),
                record.state().phase(),
                record.version());
    }
}

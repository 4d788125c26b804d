package io.hengwei.platform.record;

/// What a person can do to a record. The components are what the person must supply: journal, form and API come from
/// them.
public interface RecordCommand extends Operation {}

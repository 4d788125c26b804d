package io.hengwei.process.levelreport;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hengwei.platform.record.AutomaticCommand;
import io.hengwei.platform.record.RecordCommand;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What becomes of a report of a level.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "command")
public sealed interface LevelReportCommand extends RecordCommand {
    /// One of those who were told knows of it, on behalf of all of them.
    record Acknowledge(@Nullable @Size(max = 2000) String comment) implements LevelReportCommand {}

    /// Nobody has acknowledged it in time; those above are told.
    record PassUp() implements LevelReportCommand, AutomaticCommand {}

    /// Nobody has acknowledged it in time, and there is nobody above.
    record NoteUnheard() implements LevelReportCommand, AutomaticCommand {}

    /// It need not be acknowledged any more.
    record CallOff(CallOffReason callOffReason) implements LevelReportCommand, AutomaticCommand {}

    enum CallOffReason {
        /// The fault is over.
        OVER,
        /// A graver level has been reported.
        GRAVER
    }
}

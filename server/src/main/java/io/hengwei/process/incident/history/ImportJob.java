package io.hengwei.process.incident.history;

import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as the node that works on it sees it.
///
/// @param writes false for a preview
/// @param totalRows known when the file has been read to its end
/// @param claim by which this node holds it; whoever has lost it writes nothing more
record ImportJob(
        UUID id,
        String file,
        Mapping mapping,
        UnitId unit,
        UserId startedBy,
        boolean writes,
        long rowsRead,
        @Nullable Long totalRows,
        String position,
        UUID claim) {
    /// In the name of whoever started it, who was asked for the permission then.
    Scope scope() {
        return Scope.trusting(startedBy);
    }
}

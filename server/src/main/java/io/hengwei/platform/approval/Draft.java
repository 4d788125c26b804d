package io.hengwei.platform.approval;

import io.hengwei.platform.shared.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a consent is made of.
///
/// @param runs whether the operation is done as soon as it is agreed to; else its maker repeats it
/// @param breakable whether the maker may go ahead in an emergency
record Draft(
        String title,
        UnitId unit,
        Frozen frozen,
        @Nullable String subjectName,
        boolean runs,
        boolean breakable,
        List<ApprovalRules.Stage> stages) {}

package io.hengwei.platform.approval;

import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.UserId;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who has spoken in a consent, for practices in which those who agree must not be those who carry it out.
@Component
public class Voices {
    private final Operations operations;
    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;

    Voices(Operations operations, RecordType<Approval, ApprovalState, ApprovalCommand> type) {
        this.operations = operations;
        this.type = type;
    }

    /// @param number of the consent
    /// @param people nobody, where the glass was broken
    public record Word(String number, Set<UserId> people) {}

    /// The same with the consent's number.
    public Word of(UUID consent) {
        return operations.inConsequence(() -> {
            var approval = operations.visible(type, new RecordId(consent));
            return new Word(approval.number(), approval.course().voices());
        });
    }

    /// Inside an act whose consequence this is.
    public Set<UserId> in(UUID consent) {
        return operations.inConsequence(
                () -> operations.visible(type, new RecordId(consent)).course().voices());
    }
}

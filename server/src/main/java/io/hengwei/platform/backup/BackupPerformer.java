package io.hengwei.platform.backup;

import io.hengwei.platform.backup.BackupAdministration.BackUp;
import io.hengwei.platform.backup.BackupAdministration.ConfirmBackups;
import io.hengwei.platform.backup.BackupAdministration.VerifyBackup;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was asked of backups and waited for consent.
@Component
class BackupPerformer implements Performer<Operation> {
    private final BackupAdministration backups;

    BackupPerformer(BackupAdministration backups) {
        this.backups = backups;
    }

    @Override
    public List<Class<? extends Operation>> operations() {
        return List.of(BackUp.class, VerifyBackup.class, ConfirmBackups.class);
    }

    @Override
    public @Nullable UUID perform(Task<Operation> task) {
        return switch (task.operation()) {
            case BackUp backUp -> backups.backUp();
            case VerifyBackup verify -> backups.verify();
            case ConfirmBackups confirm -> Performer.done(() -> backups.confirm(confirm.month(), confirm.opinion()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}

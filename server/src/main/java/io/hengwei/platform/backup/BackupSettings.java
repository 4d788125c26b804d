package io.hengwei.platform.backup;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import org.springframework.stereotype.Component;

@Component
final class BackupSettings implements DeclaresSettings {
    private static final String CLAUSE = "001-3 ch3 §七";

    /// On the wall clock of the organisation.
    static final Setting<Integer> HOUR = Setting.integer("backup.hour", 2)
            .between(0, 23)
            .unit("hour")
            .clause("000-A ch5.3(1)")
            .asProposed();

    static final Setting<Integer> VERIFY_DAYS =
            Setting.integer("backup.verify-days", 7).unit("days").clause(CLAUSE).asProposed();

    static final Setting<Integer> KEEP_DAYS =
            Setting.integer("backup.keep-days", 30).unit("days").clause(CLAUSE).asProposed();

    static final Setting<Integer> KEEP_MONTHS =
            Setting.integer("backup.keep-months", 12).clause(CLAUSE).asProposed();

    static final Setting<Integer> KEEP_YEARS =
            Setting.integer("backup.keep-years", 5).clause(CLAUSE).asProposed();
}

package io.hengwei.platform.notification.robot;

import io.hengwei.platform.shared.UnitId;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// A robot of another branch, for tests of who may see it.
public final class OtherRobot {
    private OtherRobot() {}

    public static UUID made(ApplicationContext context, UnitId unit, String mark) {
        return context.getBean(RobotAdministration.class)
                .create(
                        mark + " robot",
                        RobotKind.FEISHU,
                        unit,
                        new RobotAccess("https://open.feishu.cn/open-apis/bot/v2/hook/" + mark, mark))
                .value();
    }
}

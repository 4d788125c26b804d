package io.hengwei.platform.notification.robot;

import io.hengwei.platform.shared.ThingSight;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How far the person's rights over robots reach. Row-level security of their tables reads nothing else: who may read
/// records of a unit sees no robots by that, nor the other way round.
@Component
class RobotSight extends ThingSight {
    static final String READ = "robot:read";
    static final String MANAGE = "robot:manage";

    RobotSight(JdbcClient db, TransactionTemplate transactions) {
        super(db, transactions, "hengwei.robots", List.of(READ, MANAGE));
    }
}

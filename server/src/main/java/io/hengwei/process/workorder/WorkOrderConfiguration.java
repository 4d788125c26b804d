package io.hengwei.process.workorder;

import io.hengwei.platform.record.RecordType;
import io.hengwei.process.workorder.WorkOrderCommand.*;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkOrderConfiguration {
    /// The handler works the order; dispatching, evaluating and cancelling need the right to do so (WO-05).
    @Bean
    RecordType<WorkOrder, WorkOrder.State, WorkOrderCommand> workOrders() {
        return new RecordType<>(
                "WORK_ORDER",
                "WO",
                "/api/work-orders",
                WorkOrder.class,
                WorkOrderCommand.class,
                WorkOrder.LIFECYCLE,
                Set.of(),
                Set.of(
                        Accept.class,
                        Return.class,
                        Transfer.class,
                        AskForHelp.class,
                        Start.class,
                        RecordWork.class,
                        Hold.class,
                        Continue.class,
                        Complete.class),
                Set.of(),
                WorkOrder::details);
    }
}

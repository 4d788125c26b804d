package io.hengwei;

import io.hengwei.platform.archive.Maintenance;
import io.hengwei.platform.audit.VerifyLedger;
import io.hengwei.platform.secret.KeyKeeping;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The product: one process, one entry.
@SpringBootApplication
public class Hengwei {
    public static void main(String[] arguments) {
        Maintenance.run(arguments, System.getenv())
                .or(() -> VerifyLedger.run(arguments, System.getenv()))
                .or(() -> KeyKeeping.run(arguments, System.getenv()))
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(Hengwei.class, arguments));
    }
}

/// The ledger: the journal sealed in hash-chained blocks, daily anchors to take out of the house, and what finds a
/// single changed byte. Owns the schema `audit`: blocks, anchors, runs of the verification, refusals until they are
/// journalled, anomalies and log reviews (`review`). The journal itself is the kernel's; there is no second history.
/// Publishes nothing; `VerifyLedger` is also a command of the jar.
@ApplicationModule(
        id = "audit",
        allowedDependencies = {"shared", "record", "setting", "document", "database", "identity"})
@NullMarked
package io.hengwei.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

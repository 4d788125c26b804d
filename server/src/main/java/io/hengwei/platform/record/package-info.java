/// The kernel: a record is a thing with a number, a life cycle, people and a journal; whatever is done to it is a
/// command. Every act that changes anything goes through `Operations`: scope, permission, seen version, life cycle,
/// gate, apply, write. Owns the schema `record`: cards, journal, feed positions, links, watchers, tokens, idempotency
/// keys. Publishes the journal to consumers (`feed`), and the interfaces that later modules implement for it (gate,
/// clocks, contributors).
@ApplicationModule(
        id = "record",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared", "setting"})
@NullMarked
package io.hengwei.platform.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

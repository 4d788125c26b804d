/// Tells people what concerns them: a consumer of the journal turns lines into notices by rules (`Rules`), once per
/// line and person. In the program by the bell and live, outside by e-mail; the send log of a record says what went to
/// whom, and what was not sent and why. Owns the schema `notification`. Nothing calls it to have people told: whoever
/// wants that writes a journal line. What a chat group is told is handed to its robot (`robot`).
@NullMarked
@ApplicationModule(
        id = "notification",
        allowedDependencies = {"shared", "record", "setting", "identity", "calendar", "database", "secret"})
package io.hengwei.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

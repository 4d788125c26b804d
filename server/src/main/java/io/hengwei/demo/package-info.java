/// The demo company: a believable organisation with three months of records, so that whoever tries the product finds it
/// in use. Everything is made through the use cases, by the people whose work it would be, with the clock set back to
/// when they did it. Active only with `hengwei.demo=true`. Owns the schema `demo`, which only says how far the company
/// has been made.
@ApplicationModule(
        id = "demo",
        allowedDependencies = {
            "shared",
            "record",
            "calendar",
            "identity",
            "setting",
            "cmdb",
            "account",
            "account :: review",
            "approval",
            "audit :: review",
            "vault",
            "workorder",
            "incident",
            "servicedesk"
        })
@NullMarked
package io.hengwei.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Accounts on application: who asks for one, for a change or for its end (F-06), who consents, and who carries it out.
/// Owns the schema `account`. An application is a record (kind `ACCOUNT_REQUEST`) that exists once the rule that holds
/// its filing has found consent: department head first, for an application also the department that owns it.
/// The administrator executes exactly what was consented to, and is never one of those who asked or agreed.
/// Also: who has left while something is still open, accounts that end by themselves, and the periodic review of
/// accounts, which is a record too (kind `ACCOUNT_REVIEW`).
@ApplicationModule(
        id = "account",
        allowedDependencies = {"shared", "record", "setting", "identity", "search", "document", "approval"})
@NullMarked
package io.hengwei.platform.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package io.hengwei.platform.account;

import io.hengwei.platform.account.AccountRequest.Basis;
import io.hengwei.platform.account.AccountRequestCommand.Execute;
import io.hengwei.platform.approval.Voices;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.Administration;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Files applications for accounts, and carries out what was consented to.
@Service
public class AccountRequestManagement {
    /// A confirmed review of accounts, and who decided in it about this one.
    public record Reviewed(UUID review, UserId decidedBy) {}

    private final RecordType<AccountRequest, AccountRequest.State, AccountRequestCommand> type;
    private final Operations operations;
    private final Directory directory;
    private final Roles roles;
    private final Accounts accounts;
    private final Voices voices;
    private final AccountExecution execution;
    private final Settings settings;
    private final Clock clock;

    AccountRequestManagement(
            RecordType<AccountRequest, AccountRequest.State, AccountRequestCommand> type,
            Operations operations,
            Directory directory,
            Roles roles,
            Accounts accounts,
            Voices voices,
            AccountExecution execution,
            Settings settings,
            Clock clock) {
        this.type = type;
        this.operations = operations;
        this.directory = directory;
        this.roles = roles;
        this.accounts = accounts;
        this.voices = voices;
        this.execution = execution;
        this.settings = settings;
        this.clock = clock;
    }

    /// Everybody files for the own unit, whoever may `account-request:open` for others. The rule in force holds it.
    public Ack open(OpenAccountRequest form) {
        directory.requireUnit(form.unit());
        requireOwnUnit(form);
        requireWhole(form);
        return operations.open(
                type,
                null,
                form.unit(),
                form,
                birth -> made(birth, form, Basis.consent(Consent.current().orElse(null))));
    }

    private AccountRequest made(Birth birth, OpenAccountRequest form, Basis basis) {
        return new AccountRequest(birth, form, basis, settings.value(AccountRequestSettings.EXECUTION));
    }

    /// What follows from a review of accounts: its confirmation is the department's word, in the name of whoever
    /// confirmed. About accounts as they are, so neither name nor staff number is asked after.
    public Ack follow(OpenAccountRequest form, Reviewed basis) {
        return operations.inConsequence(() -> operations.open(
                type,
                null,
                form.unit(),
                form,
                birth -> made(birth, form, new Basis(null, basis.review(), basis.decidedBy()))));
    }

    /// Inside an act whose consequence this is.
    public boolean isExecuted(UUID request) {
        return operations.visible(type, new RecordId(request)).state() == AccountRequest.State.EXECUTED;
    }

    private void requireOwnUnit(OpenAccountRequest form) {
        var scope = Scope.current();
        if (scope.trusted()) return;
        var home = directory.unitOf(scope.me());
        var about = form.person() == null ? form.unit() : directory.unitOf(form.person());
        if (!home.equals(form.unit()) && !scope.me().equals(form.person()))
            scope.require(type.permission("open"), form.unit());
        if (!home.equals(about)) scope.require(type.permission("open"), about);
    }

    private void requireWhole(OpenAccountRequest form) {
        if ((form.target() == AccountTarget.APPLICATION) == (form.system() == null))
            throw Refused.invalid("account-system").at("system");
        var another = form.request() == RequestKind.NEW && form.target() == AccountTarget.HENGWEI;
        if (another ? form.person() != null : form.request() != RequestKind.NEW && form.person() == null)
            throw Refused.invalid("account-person").at("person");
        accounts.requireRealName(form.name());
        if (form.person() != null) directory.requirePerson(form.person());
        requireStaffNumber(form);
        for (var right : form.rights()) requireGrantable(right);
        if (form.until() != null && !form.until().isAfter(clock.instant()))
            throw Refused.invalid("account-until").at("until");
    }

    private static void requireStaffNumber(OpenAccountRequest form) {
        var needed = form.request() != RequestKind.CLOSE && form.accountClass() == AccountClass.PERSON;
        if (needed && form.staffNumber() == null)
            throw Refused.invalid("account-staff-number").at("staffNumber");
    }

    /// Administrators are appointed one by one, with a consent of their own.
    private void requireGrantable(RequestedRight right) {
        directory.requireUnit(right.unit());
        if (roles.list().stream()
                .anyMatch(role -> role.code().equals(right.role()) && role.administration() != Administration.NONE))
            throw Refused.invalid("account-administrator").at("rights");
        if (right.role().equals(Roles.USER) || !roles.all().containsKey(right.role()))
            throw Refused.invalid("unknown-role", right.role()).at("rights");
    }

    public Ack perform(RecordId id, long seen, AccountRequestCommand command) {
        return operations.perform(
                type,
                id,
                seen,
                command,
                request -> {
                    if (command instanceof Execute execute) prepare(request, execute);
                },
                ack -> ack);
    }

    /// What was agreed to is done before the application says that it is, in the same transaction.
    private void prepare(AccountRequest request, Execute execute) {
        var consent = request.consent();
        request.agreedBy(consent == null ? Set.of() : voices.in(consent));
        request.requireExecutable(execute, Scope.current().me(), clock.instant());
        execution.carryOut(request, execute);
    }
}

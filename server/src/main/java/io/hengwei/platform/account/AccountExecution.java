package io.hengwei.platform.account;

import io.hengwei.platform.account.AccountRequestCommand.Execute;
import io.hengwei.platform.identity.Accounts;
import io.hengwei.platform.identity.IdentityAct.CloseAccount;
import io.hengwei.platform.identity.IdentityAct.CreatePerson;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Makes, changes or closes the account, by the use cases everybody else goes through. Whoever executes needs the
/// rights to do each of it; what was consented to is not held again.
@Component
class AccountExecution {
    private final Operations operations;
    private final PersonAdministration people;
    private final Accounts accounts;

    AccountExecution(Operations operations, PersonAdministration people, Accounts accounts) {
        this.operations = operations;
        this.people = people;
        this.accounts = accounts;
    }

    void carryOut(AccountRequest request, Execute execute) {
        if (request.target() == AccountTarget.APPLICATION) return;
        var scope = Scope.current();
        scope.require("person:manage", request.unit());
        request.rights().forEach(right -> scope.require("grant:manage", right.unit()));
        operations.inConsequence(() -> {
            switch (request.request()) {
                case NEW -> create(request, execute);
                case CHANGE -> change(request, whose(request));
                case CLOSE -> accounts.close(whose(request), new CloseAccount(request.description()));
            }
            return true;
        });
    }

    private static UserId whose(AccountRequest request) {
        return Objects.requireNonNull(request.person());
    }

    private void create(AccountRequest request, Execute execute) {
        var person = people.create(
                new CreatePerson(execute.username(), request.title(), null, null, request.unit(), null), null);
        accounts.set(person, request.account());
        accounts.align(person, wanted(request));
        request.made(person);
    }

    private void change(AccountRequest request, UserId person) {
        accounts.set(person, request.account());
        accounts.move(person, request.unit());
        if (request.narrows()) accounts.narrow(person, wanted(request));
        else accounts.align(person, wanted(request));
    }

    private static List<Grant> wanted(AccountRequest request) {
        return request.rights().stream().map(RequestedRight::grant).toList();
    }
}

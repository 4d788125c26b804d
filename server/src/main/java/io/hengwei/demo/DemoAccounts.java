package io.hengwei.demo;

import io.hengwei.demo.AccountFile.Account;
import io.hengwei.demo.AccountFile.Accounts;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.identity.TokenAdministration;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts with which somebody tries the product. Their passwords are made at random and written into one file;
/// who deletes that file gets new ones at the next start.
@Demo
@Component
class DemoAccounts {
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;
    private final AccountFile file;
    private final PersonAdministration people;
    private final TokenAdministration tokens;
    private final Directory directory;
    private final Content content;
    private final TransactionTemplate transactions;
    private final Environment environment;

    DemoAccounts(
            Ledger ledger,
            AccountFile file,
            PersonAdministration people,
            TokenAdministration tokens,
            Directory directory,
            Content content,
            TransactionTemplate transactions,
            Environment environment) {
        this.ledger = ledger;
        this.file = file;
        this.people = people;
        this.tokens = tokens;
        this.directory = directory;
        this.content = content;
        this.transactions = transactions;
        this.environment = environment;
    }

    void forget() {
        file.delete();
    }

    @EventListener(ApplicationReadyEvent.class)
    void handOut() {
        if (ledger.company().isEmpty()) return;
        var known = file.read();
        var accounts = known.map(a -> new Accounts(url(), a.accounts())).orElseGet(this::make);
        if (known.isEmpty() || !known.get().equals(accounts)) file.write(accounts);
        System.out.println(AccountTable.of(accounts, file.path()));
    }

    private String url() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
    }

    /// Hashing passwords is slow by intent, so several are made at once.
    private Accounts make() {
        var company = Scope.asSystem(
                () -> transactions.execute(ignored -> new Company(content.charter(), ledger.ids(), directory)));
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var made = content.charter().people().stream()
                    .filter(Charter.Person::hasAccount)
                    .map(person -> threads.submit((Callable<Account>) () -> account(person, company)))
                    .toList();
            return new Accounts(url(), made.stream().map(DemoAccounts::result).toList());
        }
    }

    private static Account result(Future<Account> account) {
        try {
            return account.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Account account(Charter.Person person, Company company) {
        var id = company.person(person.username());
        var password = person.signsIn() ? password() : null;
        var scope = company.scope("secadmin");
        if (password != null) setPassword(id, password);
        var token = Scope.as(
                scope,
                () -> tokens.issue(id, new IssueToken("demo", null, null)).secret());
        var unit = content.charter().units().stream()
                .filter(u -> u.key().equals(person.unit()))
                .findFirst()
                .orElseThrow()
                .name();
        return new Account(person.username(), password, person.name(), person.roles(), unit, token);
    }

    /// By the system: what an administrator sets would have to be changed at the first sign-in.
    private void setPassword(UserId person, String password) {
        Scope.asSystem(() -> people.setPassword(person, password));
    }

    /// `Kf7m-2QxD-…`: 16 of 54 signs, at least one of them a digit.
    private static String password() {
        @Nullable String made = null;
        while (made == null
                || made.chars().noneMatch(Character::isDigit)
                || made.chars().noneMatch(Character::isLetter)) {
            var text = new StringBuilder();
            for (int i = 0; i < GROUPS * 4; i++) {
                if (i > 0 && i % 4 == 0) text.append('-');
                text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
            }
            made = text.toString();
        }
        return made;
    }
}

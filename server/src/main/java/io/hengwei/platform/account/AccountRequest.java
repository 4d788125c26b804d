package io.hengwei.platform.account;

import static io.hengwei.platform.account.AccountRequest.State.AGREED;
import static io.hengwei.platform.account.AccountRequest.State.EXECUTED;
import static io.hengwei.platform.account.AccountRequest.State.TURNED_DOWN;
import static io.hengwei.platform.account.AccountRequest.State.WITHDRAWN;
import static io.hengwei.platform.record.Lifecycle.from;
import static io.hengwei.platform.record.Lifecycle.to;

import io.hengwei.platform.account.AccountRequestCommand.Execute;
import io.hengwei.platform.account.AccountRequestCommand.TurnDown;
import io.hengwei.platform.account.AccountRequestCommand.Withdraw;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.identity.IdentityAct.SetAccount;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.Lifecycle;
import io.hengwei.platform.record.Phase;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.Standing;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Table;

/// An application for an account that was consented to and waits for the administrator.
@Table(schema = "account", name = "account_request")
public class AccountRequest extends ProcessRecord<AccountRequest.State, AccountRequestCommand> {
    public enum State implements RecordState {
        AGREED(Phase.OPEN, Turn.DESK),
        EXECUTED(Phase.DONE, Turn.NONE),
        TURNED_DOWN(Phase.DONE, Turn.NONE),
        WITHDRAWN(Phase.DONE, Turn.NONE);

        private final Standing standing;

        State(Phase phase, Turn turn) {
            standing = new Standing(phase, turn);
        }

        @Override
        public Standing standing() {
            return standing;
        }
    }

    // spotless:off
    static final Lifecycle<State, AccountRequestCommand> LIFECYCLE = Lifecycle.<State, AccountRequestCommand>startingIn(
                    AGREED)
            .on(Execute.class, from(AGREED), to(EXECUTED))
            .on(TurnDown.class, from(AGREED), to(TURNED_DOWN))
            .on(Withdraw.class, from(AGREED), to(WITHDRAWN));
    // spotless:on

    /// What the department's word is: a consent, or a review of its accounts that was confirmed.
    ///
    /// @param decidedBy who said in the review what is to become of the account
    record Basis(
            @Nullable UUID consent,
            @Nullable UUID review,
            @Nullable UserId decidedBy) {
        static Basis consent(@Nullable UUID consent) {
            return new Basis(consent, null, null);
        }
    }

    private RequestKind request;
    private AccountTarget target;
    private @Nullable UserId person;
    private AccountClass accountClass;
    private @Nullable String staffNumber;
    private @Nullable String post;
    private String rights;
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private Instant dueAt;
    private @Nullable UUID consent;
    private @Nullable UUID review;
    private @Nullable UserId decidedBy;
    private @Nullable UserId executedBy;
    private @Nullable String reason;

    @Transient
    private transient Set<UserId> voices = Set.of();

    @SuppressWarnings("NullAway.Init")
    AccountRequest() {}

    /// @param limit within which it is to be done where nobody says by when
    AccountRequest(Birth birth, OpenAccountRequest form, Basis basis, Duration limit) {
        super(birth, form.name(), form.reason(), form.unit(), birth.by());
        request = form.request();
        target = form.target();
        person = form.person();
        accountClass = form.accountClass();
        staffNumber = form.staffNumber();
        post = form.post();
        rights = RequestedRight.written(form.rights());
        validFrom = form.from();
        validUntil = form.until();
        dueAt = Objects.requireNonNullElse(
                form.dueAt(), later(form.from(), birth.at()).plus(limit));
        consent = basis.consent();
        review = basis.review();
        decidedBy = basis.decidedBy();
        concern(form.system());
    }

    private static Instant later(@Nullable Instant from, Instant now) {
        return from == null || from.isBefore(now) ? now : from;
    }

    @Override
    protected Lifecycle<State, AccountRequestCommand> lifecycle() {
        return LIFECYCLE;
    }

    /// Who has agreed: those who agree do not carry it out.
    void agreedBy(Set<UserId> voices) {
        this.voices = voices;
    }

    @Override
    protected void apply(AccountRequestCommand command) {
        switch (command) {
            case Execute execute -> execute(execute);
            case TurnDown down -> reason = down.reason();
            case Withdraw withdrawn -> reason = withdrawn.reason();
        }
    }

    private void execute(Execute execute) {
        requireExecutable(execute, by(), now());
        executedBy = by();
        reason = execute.remark();
    }

    /// Asked before anything is done, and again when it is said that it was.
    void requireExecutable(Execute execute, UserId by, Instant now) {
        if (consent == null && review == null) throw new Refused("account-not-consented");
        if (by.equals(requester())) throw new Refused("account-own-request");
        if (by.equals(person)) throw new Refused("account-of-oneself");
        if (voices.contains(by) || by.equals(decidedBy)) throw new Refused("account-own-consent");
        if (validUntil != null && !validUntil.isAfter(now)) throw new Refused("account-over-already");
        if (makesAccount() && execute.username() == null)
            throw Refused.invalid("account-username").at("username");
    }

    boolean makesAccount() {
        return request == RequestKind.NEW && target == AccountTarget.HENGWEI;
    }

    /// The account that was made.
    void made(UserId account) {
        person = account;
    }

    SetAccount account() {
        return new SetAccount(accountClass, staffNumber, post, validUntil);
    }

    List<RequestedRight> rights() {
        return RequestedRight.read(rights);
    }

    RequestKind request() {
        return request;
    }

    AccountTarget target() {
        return target;
    }

    @Nullable
    UserId person() {
        return person;
    }

    /// Reviews only take away: what has ended since is not granted anew.
    boolean narrows() {
        return review != null;
    }

    @Nullable
    UUID consent() {
        return consent;
    }

    @Override
    public @Nullable Instant dueAt() {
        return state() == AGREED ? dueAt : null;
    }

    /// Whom it is about sees it.
    @Override
    public Set<UserId> participants() {
        return person == null ? Set.of() : Set.of(person);
    }

    Map<String, Object> details() {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("request", request);
        details.put("target", target);
        details.put("person", person);
        details.put("accountClass", accountClass);
        details.put("staffNumber", staffNumber);
        details.put("post", post);
        details.put("rights", rights());
        details.put("validFrom", validFrom);
        details.put("validUntil", validUntil);
        details.put("dueAt", dueAt);
        details.put("consent", consent);
        details.put("review", review);
        details.put("executedBy", executedBy);
        details.put("remark", reason);
        details.values().removeIf(Objects::isNull);
        return Map.copyOf(details);
    }
}

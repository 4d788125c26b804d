package io.hengwei.platform.account;

import static io.hengwei.platform.account.AccountRequest.State.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.account.AccountRequest.Basis;
import io.hengwei.platform.account.AccountRequestCommand.Execute;
import io.hengwei.platform.account.AccountRequestCommand.TurnDown;
import io.hengwei.platform.account.AccountRequestCommand.Withdraw;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountRequestTest {
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    static final UserId CLERK = new UserId(Ids.next());
    static final UserId HEAD = new UserId(Ids.next());
    static final UserId ADMINISTRATOR = new UserId(Ids.next());
    static final UserId LI = new UserId(Ids.next());
    static final UnitId UNIT = new UnitId(Ids.next());
    static final Execute EXECUTE = new Execute("li.si", null);

    @Test
    void whatWasConsentedToIsExecutedByTheAdministrator() {
        var request = agreed(RequestKind.NEW, null, null, null);
        request.perform(EXECUTE, ADMINISTRATOR, NOON);
        assertThat(request.state()).isEqualTo(EXECUTED);
        assertThat(request.details()).containsEntry("executedBy", ADMINISTRATOR);
        assertThat(request.dueAt()).as("nothing is due any more").isNull();
        assertThatThrownBy(() -> request.perform(new TurnDown("x"), ADMINISTRATOR, NOON))
                .isInstanceOf(Problem.class);
    }

    @Test
    void nobodyExecutesWhatHeAskedForOrAgreedToOrWhatConcernsHim() {
        assertRefused("account-own-request", agreed(RequestKind.NEW, null, null, null), CLERK);
        assertRefused("account-own-consent", agreed(RequestKind.NEW, null, null, null), HEAD);
        assertRefused("account-of-oneself", agreed(RequestKind.CHANGE, LI, null, null), LI);
    }

    @Test
    void withoutConsentNothingIsExecuted() {
        var request = new AccountRequest(
                birth(), form(RequestKind.NEW, null, null, null), Basis.consent(null), Duration.ofDays(1));
        assertRefused("account-not-consented", request, ADMINISTRATOR);
        request.perform(new Withdraw("不再需要"), CLERK, NOON);
        assertThat(request.state()).isEqualTo(WITHDRAWN);
    }

    @Test
    void aConfirmedReviewStandsForTheConsentAndWhoDecidedThereDoesNotExecute() {
        var basis = new Basis(null, UUID.randomUUID(), HEAD);
        var request = new AccountRequest(birth(), form(RequestKind.CLOSE, LI, null, null), basis, Duration.ofDays(1));
        assertRefused("account-own-consent", request, HEAD);
        request.perform(new Execute(null, null), ADMINISTRATOR, NOON);
        assertThat(request.state()).isEqualTo(EXECUTED);
    }

    @Test
    void aNewAccountNeedsAUserNameAndAChangeDoesNot() {
        var request = agreed(RequestKind.NEW, null, null, null);
        assertThatThrownBy(() -> request.perform(new Execute(null, null), ADMINISTRATOR, NOON))
                .hasMessageContaining("account-username");
        agreed(RequestKind.CHANGE, LI, null, null).perform(new Execute(null, null), ADMINISTRATOR, NOON);
    }

    @Test
    void itIsDueSoonAfterItTakesEffect() {
        assertThat(agreed(RequestKind.CLOSE, LI, null, null).dueAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        var leaving = NOON.plus(Duration.ofDays(9));
        assertThat(agreed(RequestKind.CLOSE, LI, leaving, null).dueAt()).isEqualTo(leaving.plus(Duration.ofDays(1)));
    }

    @Test
    void aTimeThatIsOverIsNotGranted() {
        var request = agreed(RequestKind.NEW, null, null, NOON.minusSeconds(1));
        assertRefused("account-over-already", request, ADMINISTRATOR);
    }

    @Test
    void rightsAreReadAsTheyWereWritten() {
        var rights = List.of(new RequestedRight("ENGINEER", UNIT), new RequestedRight("QUALITY", UNIT));
        assertThat(RequestedRight.read(RequestedRight.written(rights))).isEqualTo(rights);
        assertThat(RequestedRight.read("")).isEmpty();
    }

    private static void assertRefused(String reason, AccountRequest request, UserId by) {
        assertThatThrownBy(() -> request.perform(EXECUTE, by, NOON))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(request.state()).isEqualTo(AGREED);
    }

    private static AccountRequest agreed(
            RequestKind kind, @Nullable UserId person, @Nullable Instant from, @Nullable Instant until) {
        var request = new AccountRequest(
                birth(), form(kind, person, from, until), Basis.consent(UUID.randomUUID()), Duration.ofDays(1));
        request.agreedBy(Set.of(HEAD));
        return request;
    }

    private static Birth birth() {
        return new Birth(RecordId.next(), "ACR0000001", NOON, CLERK, form(RequestKind.NEW, null, null, null));
    }

    private static OpenAccountRequest form(
            RequestKind kind, @Nullable UserId person, @Nullable Instant from, @Nullable Instant until) {
        return new OpenAccountRequest(
                kind,
                AccountTarget.HENGWEI,
                null,
                person,
                "李四",
                AccountClass.PERSON,
                "A1007",
                UNIT,
                "工程师",
                List.of(),
                "入职",
                from,
                until,
                null);
    }
}

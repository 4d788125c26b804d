package io.hengwei.platform.account.review;

import io.hengwei.platform.account.AccountRequestManagement;
import io.hengwei.platform.account.AccountRequestManagement.Reviewed;
import io.hengwei.platform.account.AccountTarget;
import io.hengwei.platform.account.OpenAccountRequest;
import io.hengwei.platform.account.RequestKind;
import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.AccountCensus.Account;
import io.hengwei.platform.identity.AccountCensus.HeldRole;
import io.hengwei.platform.identity.Administration;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What follows from a confirmed round: an application for each account that is not to stay as it is, and the look
/// whether the account has really changed.
@Component
class FollowUps {
    private final AccountCensus census;
    private final AccountRequestManagement requests;

    FollowUps(AccountCensus census, AccountRequestManagement requests) {
        this.census = census;
        this.requests = requests;
    }

    /// The application that carries out what was decided. The department has agreed by confirming the round.
    UUID ask(RecordId review, ReviewLine line, Account account) {
        var verdict = Objects.requireNonNull(line.verdict());
        var basis = new Reviewed(review.value(), Objects.requireNonNull(line.decidedBy()));
        return requests.follow(form(verdict, line, account), basis).id().value();
    }

    private OpenAccountRequest form(ReviewVerdict verdict, ReviewLine line, Account account) {
        var closing = verdict == ReviewVerdict.CLOSE;
        return new OpenAccountRequest(
                closing ? RequestKind.CLOSE : RequestKind.CHANGE,
                AccountTarget.HENGWEI,
                null,
                account.person(),
                account.name(),
                account.accountClass(),
                account.staffNumber(),
                account.unit(),
                account.post(),
                closing ? List.of() : staying(line),
                String.valueOf(line.comment()),
                null,
                closing ? null : account.endsAt(),
                null);
    }

    /// What the person keeps of business roles; those of an administration are taken away for themselves.
    private List<RequestedRight> staying(ReviewLine line) {
        return held(line.person())
                .filter(held -> held.administration() == Administration.NONE)
                .map(FollowUps::right)
                .filter(right -> !line.withdraw().contains(right))
                .distinct()
                .toList();
    }

    private Stream<HeldRole> held(UserId person) {
        return census.roles(List.of(person)).stream().filter(held -> held.standsInFor() == null);
    }

    private static RequestedRight right(HeldRole held) {
        return new RequestedRight(held.role(), held.unit());
    }

    /// The account is now as was decided: closed with nothing left of it, or without the roles that were to go; where
    /// none was named, the application that says what to do has been carried out.
    boolean isDone(ReviewLine line) {
        if (census.of(line.person()).isEmpty()) return true;
        if (line.verdict() == ReviewVerdict.CLOSE) return false;
        if (line.withdraw().isEmpty()) return line.request() != null && requests.isExecuted(line.request());
        return held(line.person()).map(FollowUps::right).noneMatch(line.withdraw()::contains);
    }
}

package io.hengwei.platform.account.review;

import io.hengwei.platform.account.AccountRequestManagement;
import io.hengwei.platform.account.AccountRequestManagement.Reviewed;
import io.hengwei.platform.account.AccountTarget;
import io.hengwei.platform.account.OpenAccountRequest;
import io.hengwei.platform.account.RequestKind;
import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.AccountCensus.Account;
import io.hengwei.platform.identity.AccountCensus.GrantedRole;
import io.hengwei.platform.identity.Administration;
import io.hengwei.platform.record.RecordId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// What the person keeps of business roles, also of those that begin later; those of an administration are taken
    /// away for themselves.
    private List<RequestedRight> staying(ReviewLine line) {
        return census.granted(List.of(line.person())).stream()
                .filter(granted -> granted.administration() == Administration.NONE)
                .map(FollowUps::right)
                .filter(right -> !line.withdraw().contains(right))
                .distinct()
                .toList();
    }

    private static RequestedRight right(GrantedRole granted) {
        return new RequestedRight(granted.role(), granted.unit());
    }

    /// Those whose account is now as was decided: closed with nothing left of it, or without the roles that were to
    /// go; where none was named, the application that says what to do has been carried out.
    List<ReviewLine> done(Collection<ReviewLine> lines) {
        var people = lines.stream().map(ReviewLine::person).toList();
        var accounts = census.of(people);
        var held = census.granted(people).stream()
                .collect(Collectors.groupingBy(
                        GrantedRole::person, Collectors.mapping(FollowUps::right, Collectors.toSet())));
        return lines.stream()
                .filter(line -> !accounts.containsKey(line.person())
                        || isDone(line, held.getOrDefault(line.person(), Set.of())))
                .toList();
    }

    private boolean isDone(ReviewLine line, Set<RequestedRight> held) {
        if (line.verdict() == ReviewVerdict.CLOSE) return false;
        if (line.withdraw().isEmpty()) return line.request() != null && requests.isExecuted(line.request());
        return Collections.disjoint(held, line.withdraw());
    }
}

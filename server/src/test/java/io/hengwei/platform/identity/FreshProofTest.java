package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Credentials.Kind;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.record.Consent;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HengweiTest
class FreshProofTest {
    private static final Scope SOMEBODY = new Scope(new UserId(Ids.next()), Sight.NOTHING, Set.of(), Map.of());
    private static final Gate.Proposal GRANT = proposal("grant:manage");

    @Autowired
    FreshProof gate;

    @Test
    void anOldProofIsNotEnoughForAKeyOperation() {
        assertThatThrownBy(() -> judge(GRANT, bearer(Kind.SESSION, Duration.ofMinutes(11))))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.code()).isEqualTo("reauthentication-required"));
        assertThatThrownBy(() -> judge(GRANT, bearer(Kind.SESSION, null))).isInstanceOf(Problem.class);
        assertThat(judge(GRANT, bearer(Kind.SESSION, Duration.ofMinutes(9)))).isEqualTo(Gate.ALLOWED);
    }

    @Test
    void whatIsNoKeyOperationIsNotAsked() {
        var old = bearer(Kind.SESSION, Duration.ofHours(3));
        assertThat(judge(proposal("incident:resolve"), old)).isEqualTo(Gate.ALLOWED);
        assertThat(judge(proposal(null), old)).isEqualTo(Gate.ALLOWED);
    }

    @Test
    void neitherTokensNorWhatWasAgreedToNorWhatFollowsIsAsked() {
        var old = bearer(Kind.SESSION, Duration.ofHours(3));
        assertThat(judge(GRANT, bearer(Kind.TOKEN, null))).isEqualTo(Gate.ALLOWED);
        assertThat(Consent.under(Ids.next(), () -> judge(GRANT, old))).isEqualTo(Gate.ALLOWED);
        assertThat(Presented.calling(old, () -> gate.judge(GRANT, SOMEBODY.asTrusted())))
                .isEqualTo(Gate.ALLOWED);
        assertThat(gate.judge(GRANT, SOMEBODY)).as("a timer").isEqualTo(Gate.ALLOWED);
    }

    private Gate.Verdict judge(Gate.Proposal proposal, Credentials.Bearer bearer) {
        return Presented.calling(bearer, () -> gate.judge(proposal, SOMEBODY));
    }

    private static Gate.Proposal proposal(@Nullable String permission) {
        return new Gate.Proposal(new IdentityAct.SignOut(), permission, "PERSON", Ids.next(), null, 0, Map::of);
    }

    private static Credentials.Bearer bearer(Kind kind, @Nullable Duration sinceProof) {
        var now = Instant.now();
        var proved = sinceProof == null ? null : now.minus(sinceProof);
        return new Credentials.Bearer(
                Ids.next(), kind, SOMEBODY.me(), now, now.plusSeconds(3600), Stage.OPEN, proved, SOMEBODY);
    }
}

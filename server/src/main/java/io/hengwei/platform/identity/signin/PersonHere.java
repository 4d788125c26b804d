package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.SecondPerson;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What fails here is a wrong field of a form: whoever owns the window stays signed in.
@Component
class PersonHere implements SecondPerson {
    private final SignIn signIn;

    PersonHere(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public UserId prove(
            String username, String password, @Nullable String code, @Nullable String address, @Nullable String agent) {
        try {
            return signIn.prove(username, password, code, new Sessions.Origin(address, agent))
                    .person();
        } catch (Refused e) {
            throw e.reason().startsWith("code")
                    ? Refused.invalid("second-person-code").at("code")
                    : Refused.invalid("second-person").at("password");
        }
    }
}

package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "Ab1!xyz, password-short",
        "Abcdxyz!, password-kinds",
        "12398745!, password-kinds",
        "Abc9Def8, password-kinds",
        "zhangsan#17, password-username",
        "Password#1, password-weak",
        "P@ssw0rd1!, password-weak",
        "x!123456a, password-weak",
        "aaaaaa1!, password-weak"
    })
    void whatIsTooSimpleIsRefused(String password, String reason) {
        assertThatThrownBy(() -> PasswordRules.check(password, "zhangsan", 8))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.reason())
                                .isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Right!horse7", "运维平台#2026", "k9-Lampe-zwei", "7kD_q0Rw"})
    void whatIsHardToGuessIsTaken(String password) {
        assertThatCode(() -> PasswordRules.check(password, "zhangsan", 8)).doesNotThrowAnyException();
    }
}

package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HengweiTest
class PasswordRulesTest {
    @Autowired
    PasswordRules rules;

    @ParameterizedTest
    @CsvSource({
        "Ab1!xyz, password-short",
        "Abcdxyz!, password-digits",
        "12398745!, password-letters",
        "Abc9Def8, password-special",
        "zhangsan#17, password-username",
        "17#nasgnahz, password-username",
        "我是张三丰#17x, password-name",
        "x!123456a, password-run",
        "x!654321a, password-run",
        "7!qwert-B, password-run",
        "aaaaa1!x, password-run",
        "Password#1, password-weak",
        "P@ssw0rd1!, password-weak",
        "Adm1n#2024, password-weak",
        "drowssap#1, password-weak",
        "Woaini#1314, password-weak",
        "M1ma@2025!, password-weak",
        "1qaz@WSX, password-weak",
        "Hengwei!88, password-weak"
    })
    void whatIsTooSimpleIsRefused(String password, String reason) {
        assertThatThrownBy(() -> rules.check(password, "zhangsan", "张三丰"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Right!horse7", "运维平台#2026", "k9-Lampe-zwei", "7kD_q0Rw", "Kf7m-2QxD-b9Rt-Wc4P"})
    void whatIsHardToGuessIsTaken(String password) {
        assertThatCode(() -> rules.check(password, "zhangsan", "张三丰")).doesNotThrowAnyException();
    }
}

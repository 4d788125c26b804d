package io.hengwei.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UserId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HengweiTest
class AlertRulesTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Sources sources;

    @Autowired
    Severities severities;

    People people;
    UserId manager;
    UUID source;

    @BeforeEach
    void aSource() {
        people = new People(context);
        manager = people.person(people.root(), "OPS_MANAGER");
        source = sources.of(people.person(people.branch(), "INTEGRATION"));
    }

    private MvcTestResult put(UserId who, String path, String body) {
        return http.put()
                .uri("/api/alert-rules" + path)
                .cookie(people.session(who))
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private Severities.Scale scale() {
        return severities.of(
                new Source(source, "test", Sources.ALERTMANAGER, people.root(), Source.OnResolved.ANNOTATE));
    }

    @Test
    void aWordOfTheSourceGetsItsMeaningAndLosesItAgain() {
        var word = "p" + People.number();
        assertThat(put(
                        manager,
                        "/words",
                        "{'word':' %s ','severity':2}".formatted(word.toUpperCase(java.util.Locale.ROOT))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.words[?(@.word=='" + word + "')].severity")
                .asArray()
                .containsExactly(2);
        assertThat(scale().severity(word)).isEqualTo(2);
        assertThat(put(manager, "/words", "{'word':'%s','severity':4}".formatted(word)))
                .hasStatusOk();
        assertThat(scale().severity(word)).isEqualTo(4);
        assertThat(put(manager, "/words", "{'word':'%s','severity':9}".formatted(word)))
                .hasStatus(400);
        assertThat(put(manager, "/words", "{'word':'%s'}".formatted(word))).hasStatusOk();
        assertThat(scale().knows(word)).isFalse();
    }

    @Test
    void whatASeverityOpensIsChanged() {
        var body = "{'severity':5,'opens':%s,'impact':'ONE_PERSON','effect':'MINOR','urgency':'LOW'}";
        assertThat(put(manager, "/grades", body.formatted(true))).hasStatusOk();
        assertThat(scale().grade("none").opens()).isTrue();
        assertThat(put(manager, "/grades", body.formatted(false))).hasStatusOk();
        assertThat(scale().grade("none").opens()).isFalse();
    }

    @Test
    void aSourceDecidesWhatItsAllClearDoes() {
        assertThat(put(manager, "/sources/" + source, "{'onResolved':'ANNOTATE'}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sources[?(@.id=='" + source + "')].onResolved")
                .asArray()
                .containsExactly("ANNOTATE");
        assertThat(put(manager, "/sources/" + source, "{'onResolved':null}")).hasStatusOk();
        assertThat(put(manager, "/sources/" + new UUID(0, 7), "{'onResolved':null}"))
                .hasStatus(404);
    }

    @Test
    void rulesForEverybodyAreChangedByWhoLooksAfterAll() {
        var ofABranch = people.person(people.branch(), "OPS_MANAGER");
        assertThat(http.get().uri("/api/alert-rules").cookie(people.session(ofABranch)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.sources")
                .asArray()
                .isEmpty();
        assertThat(put(ofABranch, "/words", "{'word':'mine','severity':1}")).hasStatus(403);
        assertThat(put(ofABranch, "/sources/" + source, "{'onResolved':'RESOLVE'}"))
                .hasStatus(404);
        assertThat(put(people.person(people.root(), "DUTY_LEADER"), "/words", "{'word':'mine','severity':1}"))
                .hasStatus(403);
    }
}

package io.hengwei.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What follows from an act sees everything; the person who acted does not, neither after it nor after it failed.
@HengweiTest
class ConsequenceTest {
    @Autowired
    Operations operations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void theEyesAreOnesOwnAgainAfterAConsequenceAlsoWhenItFailed() {
        var company = new SomeCompany(db, transactions);
        var foreign = company.card("elsewhere", company.branch(), null, null, null);
        var home = company.branch();
        var person = company.person(home, "王五");
        SomeCompany.as(
                person,
                home,
                () -> transactions.execute(ignored -> {
                    assertThat(seen(foreign)).isZero();
                    assertThat(operations.inConsequence(() -> seen(foreign))).isOne();
                    assertThat(seen(foreign)).isZero();
                    assertThatThrownBy(() -> operations.inConsequence(() -> {
                                throw new Refused("refused");
                            }))
                            .isInstanceOf(Refused.class);
                    assertThat(seen(foreign)).as("after it failed").isZero();
                    return true;
                }),
                "incident:read");
    }

    @Test
    void aStatementThatFailsIsWhatIsTold() {
        var company = new SomeCompany(db, transactions);
        var home = company.branch();
        assertThatThrownBy(() -> SomeCompany.as(
                        company.person(home, "王五"),
                        home,
                        () -> transactions.execute(ignored -> operations.inConsequence(
                                () -> db.sql("select 1/0").query(Integer.class).single()))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("division by zero");
    }

    private int seen(RecordId card) {
        return db.sql("select count(*) from record.record_card where id = ?")
                .param(card.value())
                .query(Integer.class)
                .single();
    }
}

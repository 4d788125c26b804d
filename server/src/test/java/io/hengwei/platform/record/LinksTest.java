package io.hengwei.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class LinksTest {
    @Autowired
    Annotations annotations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    UnitId branch;
    UserId operator;
    RecordId one;
    RecordId other;

    @BeforeEach
    void twoRecords() {
        var company = new SomeCompany(db, transactions);
        branch = company.branch();
        operator = company.person(branch, "王芳");
        one = company.card("打印机无法连接", branch, null, null, null);
        other = company.card("打印机离线", branch, null, null, null);
    }

    @ParameterizedTest
    @EnumSource(names = {"RELATES_TO", "CAUSED_BY"})
    void whatAPersonLinksAPersonUnlinks(LinkType type) {
        var link = as(() -> annotations.link(one, new Annotations.Link(other, type)));
        as(() -> unlink(link));
        assertThat(links()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RAISED_FROM", "DUPLICATE_OF"})
    void whatAnActLinksIsNeitherMadeNorUndoneByHand(LinkType type) {
        assertThatThrownBy(() -> as(() -> annotations.link(one, new Annotations.Link(other, type))))
                .isInstanceOf(Refused.class);
        var link = Scope.asSystem(() -> annotations.link(one, new Annotations.Link(other, type)));
        assertThatThrownBy(() -> as(() -> unlink(link))).isInstanceOf(Refused.class);
        assertThat(links()).isOne();
    }

    private UUID unlink(UUID link) {
        annotations.unlink(one, link);
        return link;
    }

    private <T> T as(Supplier<T> work) {
        return SomeCompany.as(operator, branch, work, "incident:read", "incident:link");
    }

    private long links() {
        return Scope.asSystem(
                () -> transactions.execute(ignored -> db.sql("select count(*) from record.link where source = ?")
                        .param(one.value())
                        .query(Long.class)
                        .single()));
    }
}

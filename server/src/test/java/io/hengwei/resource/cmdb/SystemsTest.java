package io.hengwei.resource.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.document.Exports;
import io.hengwei.platform.setting.ScopeParents;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class SystemsTest {
    @Autowired
    SystemManagement management;

    @Autowired
    SystemController controller;

    @Autowired
    Systems systems;

    @Autowired
    List<ScopeParents> parents;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    SomeCompany company;
    UnitId branch;
    UserId keeper;
    GroupId group;

    @BeforeEach
    void aBranch() {
        company = new SomeCompany(db, transactions);
        branch = company.branch();
        keeper = company.person(branch, "系统管理");
        group = company.group(branch, keeper);
    }

    @Test
    void aSystemIsRegisteredRevisedAndFound() {
        var row = manage(() -> controller.register(form("核心账务"))).getBody();
        assertThat(row.serviceHours().name()).isNotEqualTo("ALWAYS");
        assertThat(row.responsible().name()).isEqualTo("系统管理");
        var revised = new SystemForm(
                row.code(), row.name() + "二期", SystemClass.B, "STANDARD", branch, keeper, group, "描述", false);
        var after = manage(() -> controller.revise(row.id(), "\"1\"", revised));
        assertThat(after.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(systems.find(row.id()))
                .get()
                .extracting(SystemCard::systemClass, SystemCard::active)
                .containsExactly(SystemClass.B, false);
        assertThatThrownBy(() -> systems.requireSystem(row.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> manage(() -> controller.revise(row.id(), "\"1\"", revised)))
                .isInstanceOf(Stale.class);
        assertThat(Scope.<Integer>asSystem(() -> transactions.execute(
                        ignored -> db.sql("select count(*) from record.journal where subject = ? and kind = 'SYSTEM'")
                                .param(row.id().value())
                                .query(Integer.class)
                                .single())))
                .isEqualTo(2);
    }

    @Test
    void othersSeeTheCardAlone() {
        var row = manage(() -> controller.register(form("门户"))).getBody();
        var elsewhere = company.branch();
        var stranger = company.person(elsewhere, "外单位");
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> controller.one(row.id()), "system:read"))
                .isInstanceOf(NotFound.class);
        assertThat(SomeCompany.as(
                                stranger,
                                elsewhere,
                                () -> controller.list(filter(row.name()), Page.FIRST),
                                "system:read")
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger, elsewhere, () -> management.revise(row.id(), 1, form("x")), "system:manage"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        SomeCompany.as(stranger, elsewhere, () -> management.register(form("x")), "system:manage"))
                .isInstanceOf(Forbidden.class);
        assertThat(SomeCompany.as(stranger, elsewhere, () -> controller.lookup(row.name())))
                .singleElement()
                .extracting("systemClass")
                .isEqualTo("A");
    }

    @Test
    void theResponsiblePersonSeesItWithoutAGrant() {
        var row = manage(() -> controller.register(form("报表"))).getBody();
        assertThat(SomeCompany.as(keeper, branch, () -> controller.one(row.id()))
                        .getBody()
                        .id())
                .isEqualTo(row.id());
        assertThat(SomeCompany.as(keeper, branch, () -> controller.list(filter(row.name()), Page.FIRST))
                        .rows())
                .hasSize(1);
    }

    @Test
    void whatIsTakenOrUnknownIsSaidInWords() {
        var row = manage(() -> controller.register(form("唯一"))).getBody();
        var same = new SystemForm(
                row.code(), "another " + row.code(), SystemClass.A, "ALWAYS", branch, keeper, group, null, null);
        assertThatThrownBy(() -> manage(() -> management.register(same)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("system-code-taken");
        var nobody = new SystemForm(
                "N" + code(),
                "nobody " + code(),
                SystemClass.A,
                "ALWAYS",
                branch,
                new UserId(Ids.next()),
                group,
                null,
                null);
        assertThatThrownBy(() -> manage(() -> management.register(nobody)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("system-reference");
        var hours = new SystemForm(
                "H" + code(), "hours " + code(), SystemClass.A, "NEVER", branch, keeper, group, null, null);
        assertThatThrownBy(() -> manage(() -> management.register(hours)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("system-calendar");
    }

    @Test
    void wildcardsInASearchMeanThemselves() {
        var row = manage(() -> controller.register(form("100%_可用"))).getBody();
        assertThat(manage(() -> controller.list(filter("100%_可用"), Page.FIRST)).rows())
                .extracting("id")
                .contains(row.id());
        assertThat(manage(() -> controller.list(filter("%_%_%可用%"), Page.FIRST)).rows())
                .isEmpty();
    }

    @Test
    void pagesFollowOnePinyinOrder() {
        for (var name : List.of("张", "阿", "北京", "李")) manage(() -> controller.register(form(name)));
        var names = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = new Page("name", after, 1);
            var slice = manage(() ->
                    controller.list(new SystemQueries.Filter(null, Set.of(SystemClass.A), branch.value(), true), page));
            slice.rows().forEach(r -> names.add(r.name().replaceAll(" .*", "")));
            after = slice.next();
        } while (after != null);
        assertThat(names).containsExactly("阿", "北京", "李", "张");
    }

    @Test
    void theListGoesOutAsAFile() throws IOException {
        manage(() -> controller.register(form("导出系统")));
        var answer = manage(() -> controller.export(
                new SystemQueries.Filter(null, null, branch.value(), null), Page.FIRST, Exports.Format.CSV));
        var text = new String(answer.getBody().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("导出系统").contains("系统管理");
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .contains("attachment")
                .contains(".csv");
        var stranger = company.person(branch, "无权");
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger, branch, () -> controller.export(filter(null), Page.FIRST, Exports.Format.CSV)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void settingsOfASystemComeFromItsUnit() {
        var id = manage(() -> management.register(form("设置")));
        var family = parents.stream()
                .filter(p -> p.kind() == SettingScope.Kind.SYSTEM)
                .findFirst()
                .orElseThrow();
        assertThat(family.parent(id.value())).isEqualTo(SettingScope.unit(branch.value()));
        assertThat(family.name(id.value())).startsWith("设置");
    }

    private <T> T manage(Supplier<T> work) {
        return SomeCompany.as(keeper, branch, Set.of(group), work, "system:read", "system:manage");
    }

    private SystemForm form(String name) {
        return new SystemForm(
                "S" + code(), name + " " + code(), SystemClass.A, "ALWAYS", branch, keeper, group, null, null);
    }

    private static SystemQueries.Filter filter(String text) {
        return new SystemQueries.Filter(text, null, null, null);
    }

    private static String code() {
        return Ids.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }
}

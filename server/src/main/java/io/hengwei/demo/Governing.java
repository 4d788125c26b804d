package io.hengwei.demo;

import io.hengwei.platform.account.AccountRequestCommand.Execute;
import io.hengwei.platform.account.AccountRequestManagement;
import io.hengwei.platform.account.AccountTarget;
import io.hengwei.platform.account.OpenAccountRequest;
import io.hengwei.platform.account.RequestKind;
import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.account.review.AccountReviewManagement;
import io.hengwei.platform.account.review.OpenAccountReview;
import io.hengwei.platform.account.review.ReviewCause;
import io.hengwei.platform.approval.ApprovalCommand;
import io.hengwei.platform.approval.ApprovalCommand.Approve;
import io.hengwei.platform.approval.ApprovalCommand.Reject;
import io.hengwei.platform.approval.ApprovalManagement;
import io.hengwei.platform.audit.review.LogReviewManagement;
import io.hengwei.platform.audit.review.OpenLogReview;
import io.hengwei.platform.identity.AccountClass;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.page.RecordPages;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// How the company is administered: accounts that are asked for and agreed to, figures that wait for a second person,
/// rounds in which accounts and logs are looked through.
@Demo
@Component
class Governing {
    private static final Logger LOG = LoggerFactory.getLogger(Governing.class);
    private static final String STORY = "governing";
    private static final String HEAD = "head.east";

    private final AccountRequestManagement requests;
    private final AccountReviewManagement reviews;
    private final LogReviewManagement logReviews;
    private final ApprovalManagement approvals;
    private final SettingAdministration settings;
    private final RecordCards cards;
    private final RecordPages pages;
    private final RecordTypes types;
    private final Ledger ledger;
    private final ZoneId zone;

    Governing(
            AccountRequestManagement requests,
            AccountReviewManagement reviews,
            LogReviewManagement logReviews,
            ApprovalManagement approvals,
            SettingAdministration settings,
            RecordCards cards,
            RecordPages pages,
            RecordTypes types,
            Ledger ledger,
            ZoneId zone) {
        this.requests = requests;
        this.reviews = reviews;
        this.logReviews = logReviews;
        this.approvals = approvals;
        this.settings = settings;
        this.cards = cards;
        this.pages = pages;
        this.types = types;
        this.ledger = ledger;
        this.zone = zone;
    }

    void govern(Company company, Instant now) {
        new Course(company, now).all();
    }

    /// One telling. Each act marks itself as done; what a killed start did twice, the product refuses.
    private final class Course {
        private final Company company;
        private final Instant now;
        private final int done;
        private int step;

        Course(Company company, Instant now) {
            this.company = company;
            this.now = now;
            var told = ledger.told().get(STORY);
            this.done = told == null ? 0 : told.steps();
        }

        void all() {
            act(6 * 24, this::joiner);
            act(4 * 24, this::refused);
            act(2 * 24, this::leaver);
            act(20, () -> propose("requester", () -> requests.open(moreRights())));
            act(5, () -> propose("sysadmin", this::earlierBackup));
            act(3, this::reviews);
        }

        private void act(int hoursAgo, Runnable work) {
            step++;
            if (step <= done) return;
            SeedClock.at(now.minus(Duration.ofHours(hoursAgo)), () -> {
                try {
                    work.run();
                } catch (Problem e) {
                    LOG.warn("Step {} of governing was refused: {}", step, e.getMessage());
                }
                ledger.done(STORY, step, Map.of());
            });
        }

        private void joiner() {
            var form = form(RequestKind.NEW, null, "陆子轩", "east-mkt", "HW20731", List.of(), "新员工入职，负责渠道销售。");
            var agreed = madeUnder(agreed("requester", form));
            company.as(
                    "secadmin",
                    () -> requests.perform(
                            agreed, cards.visible(agreed).version(), new Execute("lu.zixuan", "账号已建立，激活码已当面交给本人。")));
        }

        private void refused() {
            var form = form(
                    RequestKind.CHANGE,
                    "wei.xuemei",
                    "魏雪梅",
                    "east-fin",
                    "HW10197",
                    List.of(new RequestedRight("ENGINEER", company.unit("east"))),
                    "想自己处理本部门的打印机故障。");
            decide(propose("wei.xuemei", () -> requests.open(form)), new Reject("财务人员不承担运维工作，打印机故障请拨打服务台热线。"));
        }

        private void leaver() {
            agreed(
                    "wei.xuemei",
                    form(RequestKind.CLOSE, "xue.qiang", "薛强", "east-fin", null, List.of(), "本月底离职，请收回账号与权限。"));
        }

        private OpenAccountRequest moreRights() {
            return form(
                    RequestKind.CHANGE,
                    "ding.yiming",
                    "丁一鸣",
                    "east-mkt",
                    "HW10190",
                    List.of(new RequestedRight("UNIT_IT", company.unit("east-mkt"))),
                    "兼任部门信息联络员，协助收集故障信息。");
        }

        private RecordId agreed(String who, OpenAccountRequest form) {
            return decide(propose(who, () -> requests.open(form)), new Approve("同意。"));
        }

        private OpenAccountRequest form(
                RequestKind kind,
                @Nullable String person,
                String name,
                String unit,
                @Nullable String number,
                List<RequestedRight> rights,
                String reason) {
            return new OpenAccountRequest(
                    kind,
                    AccountTarget.HENGWEI,
                    null,
                    person == null ? null : company.person(person),
                    name,
                    AccountClass.PERSON,
                    number,
                    company.unit(unit),
                    null,
                    rights,
                    reason,
                    null,
                    null,
                    null);
        }

        private void earlierBackup() {
            settings.change("backup.hour", SettingScope.GLOBAL, 1, null, "两点起批处理作业占用存储，备份提前一小时。");
        }

        /// The consent for which the act waits.
        private RecordId propose(String who, Runnable act) {
            try {
                company.as(who, act);
            } catch (Problem held) {
                if (held.status() == HttpStatus.ACCEPTED) return new RecordId(Objects.requireNonNull(held.about()));
                throw held;
            }
            throw new IllegalStateException("No consent was asked for");
        }

        private RecordId decide(RecordId consent, ApprovalCommand word) {
            company.as(
                    HEAD,
                    () -> approvals.perform(consent, cards.visible(consent).version(), word));
            return consent;
        }

        private RecordId madeUnder(RecordId consent) {
            return Scope.asSystem(() -> {
                var made = pages.of(types.of("APPROVAL"), consent).details().get("made");
                return new RecordId((UUID) Objects.requireNonNull(made, "nothing was made"));
            });
        }

        private void reviews() {
            var month = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.firstDayOfMonth());
            company.as(Company.SYSTEM, () -> {
                reviews.open(new OpenAccountReview(company.unit("east"), ReviewCause.PERIODIC, null, month));
                logReviews.open(new OpenLogReview(company.unit("hq"), month.minusMonths(1), month));
            });
        }
    }
}
